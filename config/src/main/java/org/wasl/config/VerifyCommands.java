package org.wasl.config;

import com.mongodb.MongoException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.wasl.admin.audit.AuditKey;
import org.wasl.admin.audit.ChainHead;
import org.wasl.admin.audit.ChainReading;
import org.wasl.admin.audit.Finding;
import org.wasl.admin.audit.Verification;
import org.wasl.admin.retention.RecordCheck;
import org.wasl.triage.seal.DeskKeys;
import org.wasl.triage.seal.DeskSecret;
import org.wasl.triage.seal.KeyProblems;

/** What an auditor runs on a machine of their own, with the key of the audit chains and none that opens a case. */
final class VerifyCommands {
    private static final int WRONG = 3;
    private static final String STORE = "mongodb";

    private final InputStream in;
    private final PrintStream out;

    VerifyCommands(InputStream in, PrintStream out) {
        this.in = in;
        this.out = out;
    }

    /** {@code verify-audit KEYS CHAINS [HEADS]}. */
    int audit(String... arguments) {
        return guarded(() -> {
            AuditKey key = key(arguments[1]);
            List<ChainHead> heads = arguments.length == 4 ? heads(Path.of(arguments[3])) : List.of();
            Verification read = arguments[2].startsWith(STORE)
                    ? StoreAddress.in(
                            arguments[2],
                            store -> ChainReading.ofStore(store, key, Clock.systemUTC())
                                    .verify(heads))
                    : ChainReading.ofFile(Path.of(arguments[2]), key, Clock.systemUTC())
                            .verify(heads);
            out.println(read.entries() + " entries in " + read.heads().size() + " chains read, " + read.compared()
                    + " heads compared");
            for (Finding finding : read.findings()) {
                out.println(finding.kind() + " " + finding.chain().value() + " entry " + finding.sequence());
            }
            read.heads().forEach(head -> out.println("head " + head.value()));
            out.println(
                    read.intact() ? "intact" : "NOT INTACT: " + read.findings().size() + " findings");
            return read.intact() ? 0 : WRONG;
        });
    }

    /** {@code verify-destruction KEYS RECORD [STORE]}. */
    int destruction(String... arguments) {
        return guarded(() -> {
            AuditKey key = key(arguments[1]);
            Path record = Path.of(arguments[2]);
            RecordCheck.Checked checked = arguments.length == 4
                    ? StoreAddress.in(arguments[3], store -> RecordCheck.check(record, key, store))
                    : RecordCheck.check(record, key, null);
            out.println(checked.sealed() ? "as it was sealed" : "NOT AS IT WAS SEALED");
            checked.back().forEach(out::println);
            boolean well = checked.sealed() && checked.back().isEmpty();
            out.println(checked.cases() + " cases, "
                    + (arguments.length == 4 ? "looked for in the store" : "not looked for")
                    + (checked.back().isEmpty() ? "" : ": NOT GONE"));
            return well ? 0 : WRONG;
        });
    }

    private interface Work {
        int done() throws IOException;
    }

    private int guarded(Work work) {
        try {
            return work.done();
        } catch (KeyProblems | IllegalArgumentException problems) {
            out.println(problems.getMessage());
        } catch (IOException | UncheckedIOException unreadable) {
            out.println("a file could not be read");
        } catch (MongoException away) {
            // Its message could quote the address, and with it a password.
            out.println("the store could not be read: " + away.getClass().getSimpleName());
        }
        return 1;
    }

    private AuditKey key(String folder) throws IOException {
        String secret = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).readLine();
        if (secret == null) {
            throw new IllegalArgumentException("standard input: empty (expected: the desk secret)");
        }
        return DeskKeyBeans.auditKey(
                DeskKeys.auditOnly(Path.of(folder).toAbsolutePath(), DeskSecret.of(secret.strip())));
    }

    private static List<ChainHead> heads(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(ChainHead::parse)
                .distinct()
                .toList();
    }
}
