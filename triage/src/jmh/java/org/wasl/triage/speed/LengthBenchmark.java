package org.wasl.triage.speed;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.wasl.triage.assessment.Assessment;
import org.wasl.triage.assessment.Triage;
import org.wasl.triage.report.Facts;
import org.wasl.triage.report.Report;

/** How the work grows with the text: as much as it up to the limit, and no more beyond. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 2, time = 1)
@Fork(1)
public class LengthBenchmark {

    @Param({"100", "1000", "10000", "20000", "100000"})
    public int characters;

    /** Whether there are line breaks in it; dictated texts have none. */
    @Param({"true", "false"})
    public boolean sentences;

    private final Triage triage = Triage.load();
    private String text = "";

    @Setup
    public void prepare() throws IOException {
        String all = String.join(sentences ? "\n" : " ", FortyWords.of("ar"));
        String one = sentences ? all : all.replaceAll("[\\n.!?;\u061F\u061B]+", " ");
        text = one.repeat(characters / one.length() + 1).substring(0, characters);
    }

    @Benchmark
    public Assessment triage() {
        return triage.assess(new Report(text, Facts.NONE));
    }
}
