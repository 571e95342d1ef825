package org.wasl.triage.intake;

import org.wasl.triage.seal.Bytes;

/**
 * The public half of a mailbox: who holds it may drop a reply and never read one.
 *
 * @param id HMAC-derived, 32 hex digits
 * @param replyKey X25519 public key replies are sealed to, 32 bytes
 * @param verifyKey Ed25519 public key that withdraw and erase are signed with, 32 bytes
 * @param pepper version of the pepper it was derived under
 */
public record MailboxAddress(String id, Bytes replyKey, Bytes verifyKey, int pepper) {}
