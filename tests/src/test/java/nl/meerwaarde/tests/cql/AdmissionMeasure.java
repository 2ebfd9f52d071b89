package nl.meerwaarde.tests.cql;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.meerwaarde.tests.support.Fhir;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Expression;
import org.hl7.fhir.r4.model.Library;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.Measure.MeasureGroupComponent;
import org.hl7.fhir.r4.model.Measure.MeasureGroupStratifierComponent;

/** A hospital's own Measure in CQL: how many of those who were treated in the period were admitted at any time, by sex. */
final class AdmissionMeasure {
    private static final String BASE = "http://example.org/fhir/";
    private static final String TERMINOLOGY = "http://terminology.hl7.org/CodeSystem/";

    private final String id;
    private final Map<String, String> definitions = new LinkedHashMap<>(Map.of(
            "Initial Population",
            "true",
            "Denominator",
            """
            exists ([Procedure] P
                where P.status = 'completed'
                  and year from FHIRHelpers.ToDateTime(P.performed as FHIR.dateTime) = year from start of "Measurement Period")
            """,
            "Numerator",
            "exists ([Encounter] E where E.class.code.value = 'IMP')",
            "Sex",
            "Patient.gender.value"));
    private List<CanonicalType> libraries;

    AdmissionMeasure(String id) {
        this.id = id;
        this.libraries = List.of(new CanonicalType(BASE + "Library/" + name() + "|1.0.0"));
    }

    static String url(String id) {
        return BASE + "Measure/" + id;
    }

    /** The same with another definition in CQL. */
    AdmissionMeasure where(String definition, String cql) {
        definitions.put(definition, cql);
        return this;
    }

    /** The same without a Library. */
    AdmissionMeasure without() {
        libraries = List.of();
        return this;
    }

    /** The same with somebody else's Library. */
    AdmissionMeasure computedBy(String library) {
        libraries = List.of(new CanonicalType(library));
        return this;
    }

    void store(Fhir fhir) {
        assertThat(fhir.put(library())).succeeded();
        assertThat(fhir.put(measure())).succeeded();
    }

    private String name() {
        return "Admission" + Character.toUpperCase(id.charAt(0)) + id.substring(1);
    }

    private Library library() {
        String cql = """
                library %s version '1.0.0'
                using FHIR version '4.0.1'
                include FHIRHelpers version '4.0.1' called FHIRHelpers
                parameter "Measurement Period" Interval<DateTime>
                context Patient
                """.formatted(name())
                + definitions.entrySet().stream()
                        .map(definition -> "define \"%s\": %s\n".formatted(definition.getKey(), definition.getValue()))
                        .collect(Collectors.joining());
        Library library = new Library();
        library.setId(name());
        library.setUrl(BASE + "Library/" + name())
                .setVersion("1.0.0")
                .setName(name())
                .setStatus(PublicationStatus.ACTIVE)
                .setType(concept("library-type", "logic-library"));
        library.addContent().setContentType("text/cql").setData(cql.getBytes(StandardCharsets.UTF_8));
        return library;
    }

    private Measure measure() {
        Measure measure = new Measure();
        measure.setId(id);
        measure.setUrl(url(id)).setVersion("1.0.0").setName(name()).setStatus(PublicationStatus.ACTIVE);
        measure.setLibrary(libraries);
        measure.setScoring(concept("measure-scoring", "proportion"));
        MeasureGroupComponent group = measure.addGroup();
        group.setId("admitted");
        group.addExtension(
                "http://hl7.org/fhir/us/cqfmeasures/StructureDefinition/cqfm-populationBasis", new CodeType("boolean"));
        population(group, "initial-population", "Initial Population");
        population(group, "denominator", "Denominator");
        population(group, "numerator", "Numerator");
        MeasureGroupStratifierComponent stratifier = group.addStratifier();
        stratifier.setCode(new CodeableConcept().setText("sex")).setId("sex");
        // The engine takes a value for one of a component; criteria of the stratifier itself must be true or false.
        stratifier
                .addComponent()
                .setCode(new CodeableConcept().setText("sex"))
                .setCriteria(criterion("Sex"))
                .setId("sex-component");
        return measure;
    }

    private static void population(MeasureGroupComponent group, String code, String expression) {
        group.addPopulation()
                .setCode(concept("measure-population", code))
                .setCriteria(criterion(expression))
                .setId(code);
    }

    private static Expression criterion(String expression) {
        return new Expression().setLanguage("text/cql-identifier").setExpression(expression);
    }

    private static CodeableConcept concept(String system, String code) {
        return new CodeableConcept(new Coding().setSystem(TERMINOLOGY + system).setCode(code));
    }
}
