package org.wasl.admin.casework;

import com.mongodb.client.model.Projections;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The numbers of all cases there are, closed ones too. Walks through the whole collection: never in a request. */
public final class CaseNumbers {
    private final MongoTemplate mongo;

    CaseNumbers(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    public List<CaseNumber> all() {
        List<CaseNumber> numbers = new ArrayList<>();
        for (Document one : mongo.getCollection("cases").find().projection(Projections.include("_id"))) {
            numbers.add(new CaseNumber(one.getString("_id")));
        }
        return numbers;
    }
}
