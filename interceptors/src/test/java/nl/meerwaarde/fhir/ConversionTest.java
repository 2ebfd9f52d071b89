package nl.meerwaarde.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.Function;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Enumeration;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGenderEnumFactory;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.UriType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConversionTest {
    private static final Map<String, Function<String, Base>> MAKE = Map.ofEntries(
            Map.entry("boolean", text -> new BooleanType(text)),
            Map.entry("integer", text -> new IntegerType(text)),
            Map.entry("decimal", text -> new DecimalType(text)),
            Map.entry("string", text -> new StringType(text)),
            Map.entry("code", text -> new CodeType(text)),
            Map.entry("uri", text -> new UriType(text)),
            Map.entry("date", text -> new DateType(text)),
            Map.entry("dateTime", text -> new DateTimeType(text)),
            Map.entry("instant", text -> new InstantType(text)));

    @ParameterizedTest
    @CsvSource({
        "integer,  7,                         decimal,  7",
        "decimal,  7.0,                       integer,  7",
        "decimal,  1.50,                      decimal,  1.50",
        "integer,  7,                         positiveInt, 7",
        "integer,  0,                         unsignedInt, 0",
        "string,   abc,                       code,     abc",
        "code,     abc,                       string,   abc",
        "string,   urn:x,                     uri,      urn:x",
        "uri,      urn:x,                     canonical, urn:x",
        "date,     2026-03,                   dateTime, 2026-03",
        "dateTime, 2026-03-01T10:00:00+01:00, date,     2026-03-01",
        "dateTime, 2026,                      date,     2026",
        "dateTime, 2026-03-01T10:00:00+01:00, instant,  2026-03-01T10:00:00+01:00",
        "instant,  2026-03-01T10:00:00.5Z,    dateTime, 2026-03-01T10:00:00.5Z",
    })
    void whatMeansTheSameIsConverted(String from, String text, String to, String expected) {
        assertThat(Conversion.to(to, MAKE.get(from).apply(text))).hasValueSatisfying(converted -> {
            assertThat(converted.fhirType()).isEqualTo(to);
            assertThat(converted.primitiveValue()).isEqualTo(expected);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "decimal,  7.5,                 integer",
        "decimal,  99999999999,         integer",
        "integer,  0,                   positiveInt",
        "integer,  -1,                  unsignedInt",
        "string,   7,                   integer",
        "integer,  7,                   string",
        "string,   2026-03-01,          date",
        "date,     2026-03-01,          string",
        "date,     2026-03-01,          instant",
        "dateTime, 2026-03-01,          instant",
        "boolean,  true,                string",
        "string,   true,                boolean",
        "date,     2026-03-01,          Quantity",
        "code,     abc,                 Coding",
    })
    void whatWouldLoseOrInventSomethingIsNot(String from, String text, String to) {
        assertThat(Conversion.to(to, MAKE.get(from).apply(text))).isEmpty();
    }

    @Test
    void codesAndConceptsMeanEachOther() {
        Coding coding = new Coding("urn:s", "c", "C");
        assertThat(Conversion.to("CodeableConcept", coding))
                .hasValueSatisfying(concept -> assertThat(
                                ((CodeableConcept) concept).getCodingFirstRep().getCode())
                        .isEqualTo("c"));
        assertThat(Conversion.to("Coding", new CodeableConcept(coding)))
                .hasValueSatisfying(back -> assertThat(back.equalsDeep(coding)).isTrue());
        assertThat(Conversion.to("code", coding)).map(Base::primitiveValue).contains("c");
        assertThat(Conversion.to("CodeableConcept", new StringType("words")))
                .map(concept -> ((CodeableConcept) concept).getText())
                .contains("words");
        assertThat(Conversion.to("Coding", new CodeableConcept().setText("words")))
                .isEmpty();
    }

    /** HAPI's bound codes are codes. */
    @Test
    void aBoundCodeIsACode() {
        assertThat(Conversion.to(
                        "string",
                        new Enumeration<>(new AdministrativeGenderEnumFactory(), AdministrativeGender.FEMALE)))
                .map(Base::primitiveValue)
                .contains("female");
    }

    @Test
    void aNumberIsAQuantityWithoutUnit() {
        assertThat(Conversion.to("Quantity", new DecimalType("1.50")))
                .map(quantity -> ((Quantity) quantity).getValue().toPlainString())
                .contains("1.50");
    }

    @Test
    void aResourceOrItsAddressIsAReference() {
        Patient patient = new Patient();
        assertThat(Conversion.to("Reference", patient)).isEmpty();
        patient.setId("p1");
        assertThat(Conversion.to("Reference", patient))
                .map(reference -> ((Reference) reference).getReference())
                .contains("Patient/p1");
        assertThat(Conversion.to("Reference", new StringType("urn:uuid:1")))
                .map(reference -> ((Reference) reference).getReference())
                .contains("urn:uuid:1");
    }

    @Test
    void theSameTypeIsCopied() {
        Coding coding = new Coding("urn:s", "c", "C");
        assertThat(Conversion.to("Coding", coding))
                .hasValueSatisfying(copy -> assertThat(copy).isNotSameAs(coding));
    }
}
