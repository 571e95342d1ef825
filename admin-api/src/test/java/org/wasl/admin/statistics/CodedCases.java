package org.wasl.admin.statistics;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.casework.CaseNumber;

/** Made-up coded cases: {@code new CodedCases(7).of(quarter, 900)}. The same seed gives the same cases. */
final class CodedCases {
    private static final List<Dimension> ALWAYS = List.of(
            Dimension.MONTH,
            Dimension.LEVEL,
            Dimension.CATEGORY,
            Dimension.GOVERNORATE,
            Dimension.LANGUAGE,
            Dimension.CHANNEL,
            Dimension.SEX,
            Dimension.AGE,
            Dimension.GBV,
            Dimension.DISABILITY,
            Dimension.OVERRIDE,
            Dimension.SUSPICION,
            Dimension.CONTACT,
            Dimension.WISH,
            Dimension.CONSENT);
    private static final List<Dimension> CLOSED = List.of(Dimension.OUTCOME, Dimension.REOPENED, Dimension.FOLLOW_UP);

    private final Random random;

    CodedCases(long seed) {
        random = new Random(seed);
    }

    /** A case number with right check digits (ISO 7064 MOD 97-10). */
    static CaseNumber number(int many) {
        long digits = many;
        return CaseNumber.read("%08d%02d".formatted(digits, (98 - digits * 100 % 97) % 97))
                .orElseThrow();
    }

    List<CodedCase> of(Quarter quarter, int many) {
        List<CodedCase> cases = new ArrayList<>();
        for (int one = 0; one < many; one++) {
            cases.add(one(quarter, random.nextInt(10) < 7 ? quarter : null));
        }
        return cases;
    }

    /** Cases, and conversations that were left and answers about the help, as many again. */
    Counted counted(Quarter quarter, int many) {
        return new Counted(of(quarter, many), chats(quarter, many));
    }

    /** Counts of three runs of bot nodes. */
    List<ChatCounts> chats(Quarter quarter, int many) {
        List<ChatCounts> runs = new ArrayList<>();
        for (int run = 0; run < 3; run++) {
            List<ChatCounts.Count> counts = new ArrayList<>();
            for (int one = run; one < many; one += 3) {
                counts.add(chat(Population.LEFT, List.of(Dimension.STAGE, Dimension.LANGUAGE, Dimension.CHANNEL)));
                counts.add(
                        chat(Population.FEEDBACK, List.of(Dimension.HELPED, Dimension.FELT_SAFE, Dimension.LANGUAGE)));
                counts.add(chat(Population.OPENED, List.of(Dimension.CHANNEL)));
            }
            runs.add(ChatCounts.summed(quarter, counts));
        }
        return runs;
    }

    private ChatCounts.Count chat(Population of, List<Dimension> dimensions) {
        Map<Dimension, String> codes = new EnumMap<>(Dimension.class);
        dimensions.forEach(dimension -> codes.put(dimension, any(dimension, 2)));
        return new ChatCounts.Count(of, codes, 1);
    }

    CodedCase one(Quarter opened, @Nullable Quarter closed) {
        Map<Dimension, String> codes = new EnumMap<>(Dimension.class);
        ALWAYS.forEach(dimension -> codes.put(dimension, any(dimension, 1.7)));
        Map<Dimension, Integer> times = new EnumMap<>(Dimension.class);
        CodedCase.CLOCKS.forEach(clock -> {
            boolean kept = random.nextInt(10) < 8;
            codes.put(clock, (kept ? ClockVerdict.KEPT : ClockVerdict.MISSED).name());
            times.put(clock, Math.min(CodedCase.BUCKETS.size(), random.nextInt(6) + (kept ? 0 : 5)));
        });
        if (closed != null) {
            CLOSED.forEach(dimension -> codes.put(dimension, any(dimension, 2.5)));
        }
        return new CodedCase(opened, closed, codes, List.of(any(Dimension.RULE, 2), any(Dimension.RULE, 2)), times);
    }

    private String any(Dimension dimension, double skew) {
        List<String> values = dimension.codes();
        return values.get((int) (values.size() * Math.pow(random.nextDouble(), skew)));
    }
}
