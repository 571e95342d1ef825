package org.wasl.admin.print;

import java.awt.font.GlyphVector;
import java.util.List;

/**
 * A line as it will stand on paper: pieces from left to right.
 *
 * @param width in points
 * @param spoken the line as it is read aloud, for whoever copies it or has it read
 */
record SetLine(List<Piece> pieces, Face face, float size, float width, String spoken) {

    /** Glyphs of one direction, {@code left} points from the line's left edge. */
    record Piece(GlyphVector glyphs, float left) {
        @Override
        public String toString() {
            return "Piece[" + glyphs.getNumGlyphs() + " glyphs]";
        }
    }

    @Override
    public String toString() {
        return "SetLine[" + width + "]";
    }
}
