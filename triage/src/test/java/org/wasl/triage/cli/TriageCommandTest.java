package org.wasl.triage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command line: lines in, lines out, and what happens to bad ones. */
class TriageCommandTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void answersEachLineUnderTheAgreedNames() {
        List<JsonNode> answers = assess("{\"id\":\"a\",\"text\":\"😀 راح يقتلني\"}");

        JsonNode answer = answers.get(0);
        assertThat(answer.path("id").stringValue()).isEqualTo("a");
        assertThat(answer.path("language").stringValue()).isEqualTo("ar");
        assertThat(answer.path("level").stringValue()).isEqualTo("L2");
        assertThat(answer.path("urgent").booleanValue()).isTrue();
        assertThat(answer.path("score").isInt()).isTrue();
        assertThat(answer.path("also").isArray()).isTrue();
        assertThat(answer.path("facts").path("threatToKill").path("value").stringValue())
                .isEqualTo("SUSPECTED");
        JsonNode reason = answer.path("reasons").get(0);
        assertThat(reason.path("rule").stringValue()).isEqualTo("R09");
        assertThat(reason.path("floor").stringValue()).isEqualTo("L2");
        assertThat(reason.path("start").intValue()).isEqualTo(3);
        assertThat(reason.path("end").intValue()).isEqualTo(13);
        assertThat(reason.path("evidence").stringValue()).isEqualTo("راح يقتلني");
        assertThat(answer.path("model").stringValue()).startsWith("wasl-");
        assertThat(answer.path("rules").stringValue()).isNotEmpty();
    }

    @Test
    void takesFactsBesideTheText() {
        List<JsonNode> answers = assess(
                "{\"id\":1,\"text\":\"\",\"facts\":{\"dangerNow\":\"YES\","
                        + "\"strangled\":{\"value\":\"YES\",\"detail\":\"72h\"},\"publishDeadline\":{\"value\":\"YES\",\"hours\":5}}}");
        assertThat(answers.get(0).path("level").stringValue()).isEqualTo("L1");
        assertThat(answers.get(0)
                        .path("facts")
                        .path("publishDeadline")
                        .path("hours")
                        .intValue())
                .isEqualTo(5);
    }

    @Test
    void goesOnAfterABadLineAndRepeatsNothingOfIt() {
        String marker = "secret-marker";
        List<JsonNode> answers = assess(String.join(
                "\n",
                "not json " + marker,
                "[]",
                "{\"id\":2}",
                "{\"id\":3,\"text\":\"x\",\"facts\":{\"" + marker + "\":\"YES\"}}",
                "{\"id\":4,\"text\":\"x\",\"facts\":{\"dangerNow\":\"" + marker + "\"}}",
                "{\"id\":5,\"text\":\"x\",\"facts\":{\"strangled\":{\"value\":\"YES\",\"detail\":\"" + marker + "\"}}}",
                "",
                "{\"id\":6,\"text\":\"\\ud800 fine\"}"));

        assertThat(answers).hasSize(7);
        assertThat(answers.subList(0, 6)).allMatch(answer -> answer.has("error") && answer.has("id"));
        assertThat(answers.get(2).path("id").intValue()).isEqualTo(2);
        assertThat(answers.get(6).path("id").intValue()).isEqualTo(6);
        assertThat(answers.get(6).has("level")).isTrue();
        assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain(marker);
    }

    @Test
    void survivesBytesThatAreNoUtf8AndLinesTooLong() {
        byte[] line = "{\"id\":1,\"text\":\"x".getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream in = new ByteArrayOutputStream();
        in.writeBytes(line);
        in.writeBytes(new byte[] {(byte) 0xC3, (byte) 0x28, (byte) 0xFF});
        in.writeBytes("\"}\n".getBytes(StandardCharsets.UTF_8));
        in.writeBytes("y".repeat(AssessLines.LONGEST_LINE + 5).getBytes(StandardCharsets.UTF_8));
        in.writeBytes("\n{\"id\":3,\"text\":\"z\"}".getBytes(StandardCharsets.UTF_8));

        List<JsonNode> answers = assess(in.toByteArray());

        assertThat(answers).hasSize(3);
        assertThat(answers.get(0).has("level")).isTrue();
        assertThat(answers.get(1).has("error")).isTrue();
        assertThat(answers.get(2).has("level")).isTrue();
    }

    @Test
    void saysHowMuchOfATextWasReadWhereItWasTooLong() {
        List<JsonNode> answers =
                assess("{\"id\":1,\"text\":\"" + "x ".repeat(50_000) + "\"}\n{\"id\":2,\"text\":\"x\"}");
        assertThat(answers.get(0).path("read").intValue()).isEqualTo(20_000);
        assertThat(answers.get(0).path("understood").booleanValue()).isFalse();
        assertThat(answers.get(1).has("read")).isFalse();
    }

    @Test
    void explainsOneText() {
        assertThat(run(new byte[0], "explain", "نامەوێت بژیم")).isEqualTo(TriageCommand.DONE);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("language  ckb", "suicidalThoughts", "R19 L2");
    }

    @Test
    void answersEveryLineOfAnyBytesWithOneLine() {
        Random random = new Random(23);
        ByteArrayOutputStream in = new ByteArrayOutputStream();
        int lines = 0;
        for (int round = 0; round < 600; round++) {
            byte[] line = round % 3 == 0 ? anyBytes(random) : spoiltRequest(random);
            if (!new String(line, StandardCharsets.UTF_8).isBlank()) {
                in.writeBytes(line);
                in.write('\n');
                lines++;
            }
        }

        List<JsonNode> answers = assess(in.toByteArray());

        assertThat(answers).hasSize(lines);
        assertThat(answers).allMatch(answer -> answer.has("id") && answer.has("error") != answer.has("level"));
        assertThat(answers).anyMatch(answer -> answer.has("error")).anyMatch(answer -> answer.has("level"));
    }

    /** Without line ends: those would make two lines of it. */
    private static byte[] anyBytes(Random random) {
        byte[] bytes = new byte[1 + random.nextInt(80)];
        random.nextBytes(bytes);
        for (int at = 0; at < bytes.length; at++) {
            bytes[at] = bytes[at] == '\n' ? (byte) 'n' : bytes[at];
        }
        return bytes;
    }

    /** A good line with some of its bytes changed. */
    private static byte[] spoiltRequest(Random random) {
        byte[] bytes =
                "{\"id\":7,\"text\":\"راح يقتلني 😀 دەمکوژێت\",\"facts\":{\"strangled\":{\"value\":\"YES\",\"detail\":\"72h\"}}}"
                        .getBytes(StandardCharsets.UTF_8);
        for (int change = random.nextInt(4); change > 0; change--) {
            byte one = (byte) random.nextInt(256);
            bytes[random.nextInt(bytes.length)] = one == '\n' ? (byte) 'n' : one;
        }
        return bytes;
    }

    @Test
    void refusesAFaultyCorpusWithEveryFaultAtItsLine(@TempDir Path corpus) throws IOException {
        Files.createDirectories(corpus.resolve("train"));
        Files.write(corpus.resolve("train/ar-a.tsv"), List.of("a1\tar", "a2\txx\tDV\tL2\tL2\tplain\tgirl\ty"));

        assertThat(run(new byte[0], "evaluate", "--corpus", corpus.toString())).isEqualTo(TriageCommand.FAULTY_DATA);

        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("train/ar-a.tsv:1: 2 columns", "train/ar-a.tsv:2: language 'xx'");
    }

    @Test
    void showsItsUsageForAnythingElse() {
        assertThat(run(new byte[0], "judge")).isEqualTo(TriageCommand.USAGE);
        assertThat(run(new byte[0])).isEqualTo(TriageCommand.USAGE);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("Usage:");
        assertThat(run(new byte[0], "--help")).isEqualTo(TriageCommand.DONE);
    }

    private List<JsonNode> assess(String lines) {
        return assess(lines.getBytes(StandardCharsets.UTF_8));
    }

    private List<JsonNode> assess(byte[] lines) {
        assertThat(run(lines, "assess")).isEqualTo(TriageCommand.DONE);
        JsonMapper json = JsonMapper.builder().build();
        return out.toString(StandardCharsets.UTF_8).lines().map(json::readTree).toList();
    }

    private int run(byte[] in, String... arguments) {
        PrintStream errors = new PrintStream(err, true, StandardCharsets.UTF_8);
        return new TriageCommand(new ByteArrayInputStream(in), out, errors).run(List.of(arguments));
    }
}
