package org.wasl.triage.speed;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.wasl.triage.assessment.Assessment;
import org.wasl.triage.assessment.Triage;
import org.wasl.triage.report.Facts;
import org.wasl.triage.report.Report;

/** From a new Java to the first assessment: a process for each shot, nothing warm. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(5)
public class StartBenchmark {

    @Benchmark
    public Assessment start() {
        return Triage.load().assess(new Report("\u0633\u0644\u0627\u0645 \u0639\u0644\u064A\u0643\u0645", Facts.NONE));
    }
}
