package org.wasl.triage.speed;

import java.io.IOException;
import java.util.List;
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

/** Texts of forty words, one thread, from text to assessment. */
@State(Scope.Benchmark)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class ReadingBenchmark {

    @Param({"all", "ar", "ckb", "kmr-arab", "arabizi", "kmr-latn", "ckb-latn"})
    public String language = "";

    private List<String> texts = List.of();
    private int next;
    private final Triage triage = Triage.load();

    @Setup
    public void prepare() throws IOException {
        texts = FortyWords.of(language);
    }

    private Report report() {
        next = next + 1 == texts.size() ? 0 : next + 1;
        return new Report(texts.get(next), Facts.NONE);
    }

    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    @OutputTimeUnit(TimeUnit.SECONDS)
    public Assessment many() {
        return triage.assess(report());
    }

    /** How long one takes: read the percentiles. */
    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    public Assessment each() {
        return triage.assess(report());
    }
}
