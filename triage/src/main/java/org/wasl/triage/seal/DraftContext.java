package org.wasl.triage.seal;

/**
 * What a draft is bound to: moved to another key, another life of the conversation or another entry, it does not open.
 *
 * @param purpose {@code state}, {@code inbox}, {@code outbox}, {@code timer}...
 * @param keyName the name of the key in the store
 * @param incarnation which life of the conversation
 * @param sequence the entry's number, or the state's revision
 */
public record DraftContext(String purpose, String keyName, String incarnation, long sequence) {

    Context context() {
        return Context.of("wasl/draft/v1", purpose, keyName, incarnation, Long.toString(sequence));
    }

    @Override
    public String toString() {
        return "DraftContext[" + purpose + "#" + sequence + ", redacted]";
    }
}
