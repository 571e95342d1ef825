package org.wasl.config;

import com.mongodb.MongoException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.wasl.admin.retention.WrappedKeys;
import org.wasl.triage.seal.CaseKeyRenewal;
import org.wasl.triage.seal.DeskSecret;
import org.wasl.triage.seal.KeyProblems;

/**
 * Renews the key around the data keys of cases, in two steps a night apart: what the first leaves undone can be put right,
 * what the second destroys cannot.
 */
final class CaseKeyCommands {
    private static final int WRONG = 3;

    private final InputStream in;
    private final PrintStream out;

    CaseKeyCommands(InputStream in, PrintStream out) {
        this.in = in;
        this.out = out;
    }

    /** {@code renew-case-key KEYS STORE}: with every admin node stopped. */
    int renew(String... arguments) {
        return guarded(arguments, (renewal, keys) -> {
            if (empty(keys.count(renewal.all(), renewal.all()))) {
                return WRONG;
            }
            renewal.add();
            WrappedKeys.Count count = keys.renew(renewal.all(), renewal.newest());
            say(count);
            if (!count.old().isEmpty()) {
                out.println("NOT ALL WRAPPED ANEW: run it again");
                return WRONG;
            }
            out.println("all wrapped anew; start the admin nodes with this key folder. The old key is still there:");
            out.println("destroy-old-case-keys, once they have run well and the folder was copied");
            return 0;
        });
    }

    /** {@code destroy-old-case-keys KEYS STORE}. */
    int destroyOld(String... arguments) {
        return guarded(arguments, (renewal, keys) -> {
            WrappedKeys.Count count = keys.count(renewal.all(), renewal.newest());
            say(count);
            if (empty(count)) {
                return WRONG;
            }
            if (!count.old().isEmpty()) {
                out.println("NOTHING DESTROYED: what needs an older key would be lost; renew-case-key first");
                return WRONG;
            }
            int old = renewal.keys() - 1;
            renewal.destroyOld();
            out.println(
                    old + " older keys destroyed; restart the admin nodes, and destroy older copies of the key folder");
            return 0;
        });
    }

    private interface Work {
        int done(CaseKeyRenewal renewal, WrappedKeys keys);
    }

    /** An address with a misspelt name is an empty store, and would seem to need no key at all. */
    private boolean empty(WrappedKeys.Count count) {
        boolean none = count.newest() == 0;
        if (none) {
            out.println("NOTHING DONE: no data key in this store (expected: the desk's own store)");
        }
        return none;
    }

    private void say(WrappedKeys.Count count) {
        out.println(count.newest() + " data keys open with the newest key");
        count.old().forEach((where, how) -> out.println(how + " need an older one: " + where));
        count.lost().forEach((where, how) -> out.println(how + " open with none: " + where));
    }

    private int guarded(String[] arguments, Work work) {
        try {
            String secret = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).readLine();
            if (secret == null) {
                throw new IllegalArgumentException("standard input: empty (expected: the desk secret)");
            }
            CaseKeyRenewal renewal =
                    new CaseKeyRenewal(Path.of(arguments[1]).toAbsolutePath(), DeskSecret.of(secret.strip()));
            return StoreAddress.in(arguments[2], store -> work.done(renewal, new WrappedKeys(store)));
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
}
