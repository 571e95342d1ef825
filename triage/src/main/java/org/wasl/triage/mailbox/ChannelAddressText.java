package org.wasl.triage.mailbox;

/** A channel address as text, for sealing only: this package knows no channels. */
public record ChannelAddressText(String kind, String address) {

    @Override
    public String toString() {
        return "ChannelAddressText[redacted]";
    }
}
