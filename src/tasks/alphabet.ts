/** Every character that a page, a question about it, or an answer may contain: what `nano` has tokens for. */
export const pageAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 .,:;?!'$%&()-";
