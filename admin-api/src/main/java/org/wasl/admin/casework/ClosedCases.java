package org.wasl.admin.casework;

/** Told of every closed case before it leaves the list of open ones, so that nothing closed is ever forgotten about. */
public interface ClosedCases {
    /**
     * Takes note of a case that has ended and of which nothing is left to do. Durable when it returns; comes again for
     * the same case. When it throws, the case stays listed and comes again soon.
     */
    void settling(Case held);
}
