package org.wasl.admin.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wasl.admin.DeskStore;
import org.wasl.triage.seal.Bytes;

/** Chains taken out of the desk, verified by somebody who has the key of the chains and no other. */
class ChainFileTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);
    private static final AuditKey KEY = new AuditKey(Bytes.ofUtf8("a key of more than thirty-two bytes"));

    @TempDir
    private Path folder;

    private final DeskStore desk = new DeskStore();
    private final ChainStore store = new MongoChainStore(desk.template());
    private final ChainHash hash = new ChainHash(KEY);
    private final AuditChain chain = new AuditChain(store, hash, AuditSettings.DEFAULTS, CLOCK, new SecureRandom());
    private final AuditChains chains = new AuditChains(store, hash, chain, CLOCK);
    private List<String> lines = new ArrayList<>();

    @BeforeEach
    void takenOut() {
        for (int i = 0; i < 600; i++) {
            chain.append(chain.done("0123", Act.CASE_READ, "W-" + i));
        }
        chains.export(lines::add);
    }

    @AfterEach
    void stop() {
        chain.close();
        desk.close();
    }

    @Test
    void whatWasTakenOutIsWholeAndEndsWhereTheChainDoes() throws IOException {
        Verification read = verified(List.of(chain.head()));
        assertThat(read.findings()).isEmpty();
        assertThat(read.entries()).isEqualTo(600);
        assertThat(read.heads()).containsExactly(chain.head());
        assertThat(ChainReading.ofStore(desk.template(), KEY, CLOCK)
                        .verify(List.of())
                        .intact())
                .isTrue();
    }

    @Test
    void anEditACutAForkAHoleAndAChainThatIsGoneShow() throws IOException {
        List<String> whole = List.copyOf(lines);
        int third = at("000000000003");
        lines.set(third, lines.get(third).replace("W-2", "W-9"));
        assertThat(kinds(List.of())).containsExactly(Finding.Kind.EDITED);

        lines = new ArrayList<>(whole);
        lines.remove(at("000000000300"));
        assertThat(kinds(List.of())).containsExactly(Finding.Kind.MISSING);

        lines = new ArrayList<>(whole);
        lines.removeIf(line -> line.contains("/000000000600"));
        lines.set(0, "{\"_id\": \"desk-1/000001\"}");
        assertThat(kinds(List.of())).isEmpty();
        assertThat(kinds(List.of(chain.head()))).containsExactly(Finding.Kind.CUT);

        ChainLink last =
                Objects.requireNonNull(store.read(chain.head().chain(), 600, 1).get(600L));
        lines = new ArrayList<>(whole);
        lines.set(0, "{\"_id\": \"desk-1/000001\"}");
        ChainLink other = hash.link(last.chain(), 600, last.former(), chain.done("0123", Act.CASE_READ, "another"));
        lines.set(at("000000000600"), MongoChainStore.document(other).toJson());
        assertThat(kinds(List.of(chain.head()))).containsExactly(Finding.Kind.FORKED);

        lines = new ArrayList<>();
        assertThat(kinds(List.of(chain.head()))).containsExactly(Finding.Kind.CHAIN_MISSING, Finding.Kind.CUT);
    }

    @Test
    void aHoleLargerThanAStepDoesNotHideWhatComesAfterIt() throws IOException {
        lines.removeIf(line ->
                line.contains("\"former\"") && !line.contains("/000000000001\"") && !line.contains("/000000000600\""));
        lines.set(0, "{\"_id\": \"desk-1/000001\"}");
        assertThat(kinds(List.of())).containsExactly(Finding.Kind.MISSING);
    }

    @Test
    void whoHasAnotherKeyMakesNothingThatVerifies() throws IOException {
        Path file = written();
        AuditKey other = new AuditKey(Bytes.ofUtf8("another key of thirty-two bytes or more"));
        assertThat(ChainReading.ofFile(file, other, CLOCK).verify(List.of()).findings())
                .hasSizeGreaterThan(599);
    }

    @Test
    void aLineThatIsNoEntryIsSaidByItsNumberAndNotQuoted() throws IOException {
        lines.add(3, "she wrote");
        Path file = written();
        assertThatThrownBy(() -> ChainReading.ofFile(file, KEY, CLOCK))
                .hasMessageContaining("line 4")
                .hasMessageNotContaining("she");
    }

    private int at(String sequence) {
        for (int line = 0; line < lines.size(); line++) {
            if (lines.get(line).contains("/" + sequence + "\"")) {
                return line;
            }
        }
        throw new AssertionError("no entry " + sequence);
    }

    private List<Finding.Kind> kinds(List<ChainHead> heads) throws IOException {
        return verified(heads).findings().stream().map(Finding::kind).toList();
    }

    private Verification verified(List<ChainHead> heads) throws IOException {
        return ChainReading.ofFile(written(), KEY, CLOCK).verify(heads);
    }

    private Path written() throws IOException {
        return Files.write(folder.resolve("audit.jsonl"), lines);
    }
}
