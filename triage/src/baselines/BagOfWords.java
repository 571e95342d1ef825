import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import opennlp.tools.doccat.DoccatFactory;
import opennlp.tools.doccat.DocumentCategorizerME;
import opennlp.tools.doccat.DocumentSampleStream;
import opennlp.tools.util.MarkableFileInputStreamFactory;
import opennlp.tools.util.PlainTextByLineStream;
import opennlp.tools.util.TrainingParameters;

/** OpenNLP's document categorizer as it comes: learns from a file (label, words), answers a label for each line of input. */
class BagOfWords {
    public static void main(String[] arguments) throws Exception {
        var lines = new PlainTextByLineStream(
                new MarkableFileInputStreamFactory(Path.of(arguments[0]).toFile()), StandardCharsets.UTF_8);
        TrainingParameters quiet = TrainingParameters.defaultParams();
        quiet.put("PrintMessages", false);
        var model = DocumentCategorizerME.train("x", new DocumentSampleStream(lines), quiet, new DoccatFactory());
        var reader = new DocumentCategorizerME(model);
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            Map<String, Double> scores = reader.scoreMap(line.split(" "));
            out.println(scores.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey());
        }
    }
}
