package org.wasl.admin.partner;

/**
 * A partner with its place in the directory.
 *
 * @param edition counts changes: what an entity tag is made of
 */
public record PartnerEntry(String id, long edition, Partner partner) {
    @Override
    public String toString() {
        return "PartnerEntry[" + id + ", edition " + edition + "]";
    }
}
