package org.wasl.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.wasl.admin.casework.CaseBook;

/** Lists every call main code makes to the document store, and refuses those that could look for anything but an id. */
class StoreCallsTest {
    private static final Set<String> TEMPLATE = Set.of("insert", "findById", "getCollection", "getDb", "<init>");
    private static final Set<String> FILTERS = Set.of("eq", "in", "and");
    private static final Set<String> COLLECTION = Set.of(
            "find",
            "insertOne",
            "insertMany",
            "replaceOne",
            "updateOne",
            "deleteOne",
            "findOneAndDelete",
            "findOneAndUpdate",
            "findOneAndReplace",
            "estimatedDocumentCount");

    /** Where a whole, small collection is walked. */
    private static final Set<String> WALKS = Set.of(
            "AttachmentStore.sweep",
            "CaseNumbers.all",
            "CaseStore.open",
            "DrillDesk.all",
            "DrillDesk.forget",
            "DrillDesk.knows",
            "CaseStore.finishErasures",
            "SealedDocuments.live",
            "ErasureNotices.walk",
            // In the background and on demand only: what is left over is found by nobody's id.
            "OrphanWalk.each",
            "ReadingStore.ids",
            "SealedDocs.ids",
            // By a command, while no node runs.
            "WrappedKeys.each",
            "MongoChainStore.chains",
            "Accounts.all");

    @Test
    void mainCodeLooksForNothingButIds() throws IOException, URISyntaxException {
        Calls calls = new Calls();
        Path classes = Path.of(CaseBook.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Path main = classes.endsWith("test-classes") ? classes.resolveSibling("classes") : classes;
        try (Stream<Path> files = Files.walk(main.resolve("org/wasl/admin"))) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".class")).toList()) {
                calls.read(ClassFile.of().parse(file));
            }
        }
        assertThat(calls.seen).contains("CaseStore.replace: MongoCollection.replaceOne");
        assertThat(calls.wrong).isEmpty();
    }

    @Test
    void refusesEveryOtherCall() throws IOException {
        Calls calls = new Calls();
        try (var bytes = Planted.class.getResourceAsStream("StoreCallsTest$Planted.class")) {
            calls.read(
                    ClassFile.of().parse(java.util.Objects.requireNonNull(bytes).readAllBytes()));
        }
        assertThat(calls.wrong)
                .containsExactly(
                        "Planted.byName: Filters.eq without _id",
                        "Planted.byQuery: MongoTemplate.find",
                        "Planted.byQuery: query language",
                        "Planted.walk: MongoCollection.find of everything");
    }

    private static final class Calls {
        private final Set<String> seen = new TreeSet<>();
        private final Set<String> wrong = new TreeSet<>();

        void read(ClassModel type) {
            String name = type.thisClass().name().stringValue().replaceAll(".*[/$]", "");
            for (MethodModel method : type.methods()) {
                method.code()
                        .ifPresent(code -> read(
                                name + "." + method.methodName().stringValue().replaceAll("lambda[$](.*)[$].*", "$1"),
                                code.elementList()));
            }
        }

        private void read(String where, List<CodeElement> code) {
            List<String> texts = new ArrayList<>();
            for (CodeElement element : code) {
                if (element instanceof ConstantInstruction constant
                        && constant.constantValue() instanceof String text) {
                    texts.add(text);
                }
            }
            for (CodeElement element : code) {
                if (element instanceof InvokeInstruction call) {
                    judge(where, call, texts.contains("_id"));
                }
            }
        }

        private void judge(String where, InvokeInstruction call, boolean byId) {
            String owner = call.owner().name().stringValue();
            String type = owner.replaceAll(".*/", "");
            String method = call.name().stringValue();
            String what = where + ": " + type + "." + method;
            switch (type) {
                case "MongoTemplate", "MongoOperations" -> sort(what, TEMPLATE.contains(method));
                case "MongoCollection" -> {
                    boolean all = method.equals("find")
                            && (call.type().stringValue().startsWith("()")
                                    || call.type().stringValue().startsWith("(Ljava/lang/Class;)"));
                    // Of all documents, where a setting says how many there may be.
                    boolean counts = method.equals("countDocuments") && where.equals("Accounts.add");
                    sort(
                            all ? what + " of everything" : what,
                            COLLECTION.contains(method) && (!all || WALKS.contains(where)) || counts);
                }
                case "Filters" ->
                    sort(
                            byId ? what : what + " without _id",
                            FILTERS.contains(method) && (byId || method.equals("and")));
                default -> {
                    if (owner.startsWith("org/springframework/data/mongodb/core/query/")) {
                        wrong.add(where + ": query language");
                    }
                }
            }
        }

        private void sort(String what, boolean good) {
            (good ? seen : wrong).add(what);
        }
    }

    /** What the rule has to refuse. Never called. */
    static final class Planted {
        Object byName(com.mongodb.client.MongoCollection<org.bson.Document> cases) {
            return cases.find(com.mongodb.client.model.Filters.eq("name", "x"));
        }

        Object walk(com.mongodb.client.MongoCollection<org.bson.Document> cases) {
            return cases.find();
        }

        Object byQuery(MongoTemplate mongo) {
            return mongo.find(Query.query(Criteria.where("_id").is(1)), Object.class);
        }
    }
}
