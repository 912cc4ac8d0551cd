// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not reach a terminal
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/** Removes control characters from text that others wrote, which could move the cursor or reverse a line. Keeps tabs and line ends. */
export const plain = (text: string): string => text.replace(CONTROLS, '')
