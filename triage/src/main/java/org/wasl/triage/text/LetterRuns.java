package org.wasl.triage.text;

import opennlp.tools.langdetect.DefaultLanguageDetectorContextGenerator;
import opennlp.tools.langdetect.LanguageDetectorContextGenerator;
import opennlp.tools.langdetect.LanguageDetectorFactory;
import opennlp.tools.util.ext.ExtensionLoader;

/**
 * How OpenNLP's language detector sees a text: by runs of one to four letters, as they stand. Its own preparation would
 * take away digits, which are letters in Arabizi. Named in the model file, so it must stay public and where it is.
 */
public final class LetterRuns extends LanguageDetectorFactory {

    private static final int SHORTEST = 1;
    static final int LONGEST = 4;

    /** For OpenNLP. */
    public LetterRuns() {
        // Nothing to set.
    }

    /** One that model files may name: OpenNLP loads only classes of packages it was told of. */
    public static LetterRuns allowed() {
        ExtensionLoader.registerAllowedPackage(LetterRuns.class.getPackageName());
        return new LetterRuns();
    }

    @Override
    public LanguageDetectorContextGenerator getContextGenerator() {
        return new DefaultLanguageDetectorContextGenerator(SHORTEST, LONGEST);
    }
}
