// How a renderer marks what matters without knowing whether colours can be shown.

export type Role = "strong" | "dim" | "error" | "warning" | "info" | "good";

/** The text as it is shown in a role; adds nothing that has a width. */
export type Style = (role: Role, text: string) => string;

export const plainStyle: Style = (_, text) => text;
