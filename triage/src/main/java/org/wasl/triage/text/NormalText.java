package org.wasl.triage.text;

import java.util.List;

/**
 * A text made ready for reading.
 *
 * @param light the light key of the whole text
 * @param sentences the tokens, sentence by sentence; none is empty
 * @param cut whether the text was longer than is read
 */
public record NormalText(MappedText light, List<List<Token>> sentences, boolean cut) {

    /** Reads any text at all. */
    public static NormalText of(String raw) {
        MappedText light = Normaliser.light(raw);
        return new NormalText(light, Tokeniser.sentences(light), Normaliser.isCut(raw));
    }

    @Override
    public String toString() {
        return "NormalText[" + sentences.size() + " sentences, redacted]";
    }
}
