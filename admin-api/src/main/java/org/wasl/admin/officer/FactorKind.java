package org.wasl.admin.officer;

/** What can stand beside a password. Codes on paper are for when one of these is lost, and count for none. */
enum FactorKind {
    /** A key in a device, which answers to this site alone: it cannot be given to a page that looks like it. */
    PASSKEY,
    /** A number of an authenticator application. */
    NUMBER
}
