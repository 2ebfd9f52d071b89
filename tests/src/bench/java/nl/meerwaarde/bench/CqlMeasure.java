package nl.meerwaarde.bench;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Expression;
import org.hl7.fhir.r4.model.Library;
import org.hl7.fhir.r4.model.Measure;

/** The measure of the bench in CQL: how many improved, of those with a score before and after. */
final class CqlMeasure {
    static final String ID = "KneeReplacementOxford";

    private static final String BASE = "http://example.org/fhir/";
    private static final String VERSION = "1.0.0";
    private static final String TERMINOLOGY = "http://terminology.hl7.org/CodeSystem/";
    private static final String POPULATION_BASIS =
            "http://hl7.org/fhir/us/cqfmeasures/StructureDefinition/cqfm-populationBasis";

    private CqlMeasure() {}

    static Library library() throws IOException {
        Library library = new Library();
        library.setId(ID);
        library.setUrl(BASE + "Library/" + ID).setVersion(VERSION).setName(ID).setStatus(PublicationStatus.ACTIVE);
        library.setType(concept("library-type", "logic-library"));
        try (InputStream cql = CqlMeasure.class.getResourceAsStream(ID + ".cql")) {
            library.addContent(new Attachment().setContentType("text/cql").setData(cql.readAllBytes()));
        }
        return library;
    }

    static Measure measure() {
        Measure measure = new Measure();
        measure.setId(ID);
        measure.setUrl(BASE + "Measure/" + ID).setVersion(VERSION).setName(ID).setStatus(PublicationStatus.ACTIVE);
        measure.setLibrary(List.of(new CanonicalType(BASE + "Library/" + ID + "|" + VERSION)));
        measure.setScoring(concept("measure-scoring", "proportion"));
        Measure.MeasureGroupComponent group = measure.addGroup();
        group.setId("improved");
        group.addExtension(POPULATION_BASIS, new CodeType("boolean"));
        population(group, "initial-population", "Initial Population");
        population(group, "denominator", "Denominator");
        population(group, "numerator", "Numerator");
        return measure;
    }

    private static void population(Measure.MeasureGroupComponent group, String code, String expression) {
        group.addPopulation()
                .setCode(concept("measure-population", code))
                .setCriteria(new Expression().setLanguage("text/cql-identifier").setExpression(expression))
                .setId(code);
    }

    private static CodeableConcept concept(String system, String code) {
        return new CodeableConcept(new Coding().setSystem(TERMINOLOGY + system).setCode(code));
    }
}
