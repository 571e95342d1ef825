package org.wasl.triage.classifier;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.wasl.triage.report.Category;

/**
 * The model as bytes, the same for the same model on any machine. Not compressed: the jar is, and a compressor's output
 * differs from one Java to the next.
 *
 * <p>Layout: magic and format, feature version, version and digest, thresholds, columns, calibrations, then the
 * features: the distance to the one before as a variable-length number, the strengths, and the weights column by column.
 */
public final class ModelFile {

    private static final int MAGIC = 0x5741434C;
    private static final int FORMAT = 2;
    private static final int MOST_FEATURES = 2_000_000;
    private static final int MOST_POINTS = 4_096;

    private ModelFile() {}

    public static byte[] write(Model model) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(MAGIC);
            out.writeByte(FORMAT);
            out.writeInt(Features.VERSION);
            out.writeUTF(model.version());
            out.writeUTF(model.inputs());
            head(out, model);
            weights(out, model.weights());
        } catch (IOException impossible) {
            throw new UncheckedIOException("model: cannot be written to memory", impossible);
        }
        return bytes.toByteArray();
    }

    private static void head(DataOutputStream out, Model model) throws IOException {
        Thresholds thresholds = model.thresholds();
        out.writeDouble(thresholds.urgent());
        out.writeDouble(thresholds.ask());
        out.writeDouble(thresholds.harm());
        out.writeDouble(thresholds.report());
        out.writeByte(model.categories().size());
        for (Category category : model.categories()) {
            out.writeUTF(category.name());
        }
        for (Model.Column column : model.columns()) {
            out.writeDouble(column.scale());
            out.writeDouble(column.start());
        }
        for (Question question : Question.values()) {
            Calibration calibration = calibration(model, question);
            out.writeShort(calibration.points());
            for (int point = 0; point < calibration.points(); point++) {
                out.writeDouble(calibration.score(point));
                out.writeDouble(calibration.share(point));
            }
        }
    }

    private static Calibration calibration(Model model, Question question) {
        Calibration calibration = model.calibrations().get(question);
        if (calibration == null) {
            throw new IllegalStateException("model: no calibration of " + question);
        }
        return calibration;
    }

    private static void weights(DataOutputStream out, Weights weights) throws IOException {
        out.writeInt(weights.rows());
        long before = 0;
        for (int row = 0; row < weights.rows(); row++) {
            number(out, weights.hash(row) - before);
            before = weights.hash(row);
        }
        for (Weights.View view : Weights.View.values()) {
            for (int row = 0; row < weights.rows(); row++) {
                out.writeByte(weights.strength(view, row));
            }
        }
        for (int column = 0; column < weights.columns(); column++) {
            for (int row = 0; row < weights.rows(); row++) {
                out.writeByte(weights.cell(row, column));
            }
        }
    }

    private static void number(DataOutputStream out, long value) throws IOException {
        long rest = value;
        while (rest >= 0x80) {
            out.writeByte((int) (rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        out.writeByte((int) rest);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws StaleModelException if the bytes are no model, or one for other features than this program reads
     */
    public static Model read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readInt() != MAGIC || in.readByte() != FORMAT) {
                throw new StaleModelException("not a model of format " + FORMAT);
            }
            int version = in.readInt();
            if (version != Features.VERSION) {
                throw new StaleModelException(
                        "made for features of version " + version + " (expected: " + Features.VERSION + ")");
            }
            Model model = body(in);
            if (in.read() >= 0) {
                throw new StaleModelException("bytes after the end");
            }
            return model;
        } catch (EOFException tooShort) {
            throw new StaleModelException("ends too early");
        } catch (IOException | IllegalArgumentException broken) {
            throw new StaleModelException("broken: " + broken.getMessage());
        }
    }

    private static Model body(DataInputStream in) throws IOException {
        String version = in.readUTF();
        String inputs = in.readUTF();
        double urgent = in.readDouble();
        double ask = in.readDouble();
        Thresholds thresholds = new Thresholds(urgent, ask, in.readDouble(), in.readDouble());
        List<Category> categories = new ArrayList<>();
        for (int left = in.readByte(); left > 0; left--) {
            categories.add(Category.valueOf(in.readUTF()));
        }
        List<Model.Column> columns = new ArrayList<>();
        for (int left = Question.values().length + categories.size(); left > 0; left--) {
            double scale = in.readDouble();
            columns.add(new Model.Column(scale, in.readDouble()));
        }
        Map<Question, Calibration> calibrations = new EnumMap<>(Question.class);
        for (Question question : Question.values()) {
            calibrations.put(question, calibration(in));
        }
        return new Model(version, inputs, weights(in, columns.size()), columns, categories, calibrations, thresholds);
    }

    private static Calibration calibration(DataInputStream in) throws IOException {
        int points = limited("points", in.readUnsignedShort(), MOST_POINTS);
        double[] scores = new double[points];
        double[] shares = new double[points];
        for (int point = 0; point < points; point++) {
            scores[point] = in.readDouble();
            shares[point] = in.readDouble();
        }
        return new Calibration(scores, shares);
    }

    private static Weights weights(DataInputStream in, int columns) throws IOException {
        int rows = limited("features", in.readInt(), MOST_FEATURES);
        long[] hashes = new long[rows];
        long before = 0;
        for (int row = 0; row < rows; row++) {
            before += number(in);
            hashes[row] = before;
        }
        byte[][] strengths = new byte[Weights.View.values().length][rows];
        for (byte[] view : strengths) {
            in.readFully(view);
        }
        byte[] cells = new byte[rows * columns];
        byte[] column = new byte[rows];
        for (int at = 0; at < columns; at++) {
            in.readFully(column);
            for (int row = 0; row < rows; row++) {
                cells[row * columns + at] = column[row];
            }
        }
        return new Weights(hashes, strengths, cells, columns);
    }

    private static long number(DataInputStream in) throws IOException {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            int part = in.readUnsignedByte();
            value |= (long) (part & 0x7F) << shift;
            if (part < 0x80) {
                return value;
            }
        }
        throw new IllegalArgumentException("a number too long");
    }

    private static int limited(String what, int count, int most) {
        if (count < 0 || count > most) {
            throw new IllegalArgumentException(what + ": " + count + " (expected: 0 to " + most + ")");
        }
        return count;
    }
}
