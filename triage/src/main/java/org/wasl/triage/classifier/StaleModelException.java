package org.wasl.triage.classifier;

/** The shipped model does not belong to this program, or its file is broken. Names the command that makes a new one. */
public final class StaleModelException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    /** How a model is made. */
    public static final String COMMAND = "java -jar triage/target/wasl-triage.jar train";

    public StaleModelException(String reason) {
        super("classifier model: " + reason + "; make it anew with: " + COMMAND);
    }
}
