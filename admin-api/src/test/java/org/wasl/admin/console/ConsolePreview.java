package org.wasl.admin.console;

import org.wasl.admin.casework.CaseNumber;

/** Starts a console with made-up cases, to be looked at in a browser. Ends with the process. */
final class ConsolePreview {
    private ConsolePreview() {}

    public static void main(String[] arguments) throws InterruptedException {
        ConsoleNode node = ConsoleNode.start(
                "server.port=" + arguments[0], "wasl.officer.demonstration=true", "wasl.console.framed=true");
        SampleCases cases = new SampleCases(node);
        CaseNumber arabic = cases.arabic();
        cases.inChat(arabic);
        String all = String.join(
                " ",
                arabic.value(),
                cases.sorani().value(),
                cases.badini().value(),
                cases.english().value(),
                cases.quiet().value());
        System.out.println("CASES " + all);
        Thread.currentThread().join();
    }
}
