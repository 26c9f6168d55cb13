/**
 * How long the emulated platform waits for a bot that will answer: longer than any stall of a busy machine. The three
 * seconds of the real one would make a test fail by the load of those beside it.
 */
export const PATIENT_MS = 30_000;
