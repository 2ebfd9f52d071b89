package nl.meerwaarde.tests.support;

import java.util.UUID;
import nl.meerwaarde.terminology.Canonicals;
import nl.meerwaarde.terminology.Canonicals.CodeSystems;
import nl.meerwaarde.terminology.Canonicals.Extensions;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Library;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.hl7.fhir.r4.model.UnsignedIntType;
import org.jspecify.annotations.Nullable;

/** A case-mix model in the making: age, sex and the score before of knee replacements, with made-up coefficients or none. */
public record TestModel(Library library) {
    public static final String DIABETES = "73211009";

    /** A model about a pathway, without covariates, not fitted yet. */
    public static TestModel of(String pathway, String version, String kind) {
        Library library = new Library();
        library.getMeta().addProfile(Canonicals.Profiles.CASE_MIX_MODEL);
        library.setUrl("https://tests.meerwaarde.example/Library/" + UUID.randomUUID());
        library.setVersion(version);
        library.setStatus(PublicationStatus.DRAFT);
        library.getType()
                .addCoding()
                .setSystem("http://terminology.hl7.org/CodeSystem/library-type")
                .setCode("model-definition");
        library.addExtension(Extensions.PATHWAY, new CanonicalType(pathway));
        library.addExtension(Extensions.SCORE, new Coding(CodeSystems.SCORE, "oxford-knee-score", null));
        library.addExtension(
                Extensions.MEASUREMENT_MOMENT, new Coding(CodeSystems.MEASUREMENT_MOMENT, "month-6", null));
        complex(library, Extensions.CASE_MIX_EQUATION, "kind", new CodeType(kind));
        return new TestModel(library);
    }

    /** Score after = 20 + 0.5 × (before − 20) − (age − 70) / 10 − 2 of a woman, or of someone whose sex is unknown − 1. */
    public static TestModel fitted(String pathway, String version) {
        return of(pathway, version, "linear")
                .covariate("before", "score-before", null, "no-expectation")
                .covariate("age", "age", null, "mean", "imputed", new DecimalType("70"))
                .covariate("sex", "sex", "male", "own-category")
                .term("before", null, "20", "1", "0.5")
                .term("age", null, "70", "10", "-1")
                .term("sex", "female", null, null, "-2")
                .term("sex", "missing", null, null, "-1")
                .intercept("20")
                .fittedOn();
    }

    public TestModel covariate(
            String name, String variable, @Nullable String reference, @Nullable String missing, Object... more) {
        Extension covariate = complex(
                library,
                Extensions.CASE_MIX_COVARIATE,
                "name",
                new StringType(name),
                "variable",
                new CodeType(variable));
        if (reference != null) {
            covariate.addExtension("reference", new StringType(reference));
        }
        if (missing != null) {
            covariate.addExtension("missing", new CodeType(missing));
        }
        add(covariate, more);
        return this;
    }

    /** Counts diabetes. */
    public TestModel diabetes() {
        return covariate(
                "diabetes",
                "conditions",
                null,
                null,
                "condition",
                new CodeableConcept(new Coding(Canonicals.ExternalCodeSystems.SNOMED_CT, DIABETES, null)));
    }

    public TestModel term(
            String covariate,
            @Nullable String category,
            @Nullable String centre,
            @Nullable String unit,
            @Nullable String coefficient) {
        Extension term = complex(library, Extensions.CASE_MIX_TERM, "covariate", new StringType(covariate));
        if (category != null) {
            term.addExtension("category", new StringType(category));
        }
        decimal(term, "centre", centre);
        decimal(term, "unit", unit);
        decimal(term, "coefficient", coefficient);
        return this;
    }

    public TestModel intercept(String value) {
        decimal(library.getExtensionByUrl(Extensions.CASE_MIX_EQUATION), "intercept", value);
        return this;
    }

    public TestModel fittedOn() {
        complex(
                library,
                Extensions.FITTED_ON,
                "source",
                new StringType("Nothing: made up for a test"),
                "n",
                new UnsignedIntType(0));
        return this;
    }

    public TestModel active() {
        library.setStatus(PublicationStatus.ACTIVE);
        return this;
    }

    /** The same model, as a resource of its own, in another version. */
    public TestModel version(String version) {
        Library other = library.copy();
        other.setId((String) null);
        other.setVersion(version);
        return new TestModel(other);
    }

    public String canonical() {
        return library.getUrl() + "|" + library.getVersion();
    }

    private static void decimal(Extension complex, String part, @Nullable String value) {
        if (value != null) {
            complex.addExtension(part, new DecimalType(value));
        }
    }

    private static Extension complex(Library library, String url, Object... parts) {
        Extension complex = library.addExtension().setUrl(url);
        add(complex, parts);
        return complex;
    }

    private static void add(Extension complex, Object... parts) {
        for (int i = 0; i < parts.length; i += 2) {
            complex.addExtension((String) parts[i], (Type) parts[i + 1]);
        }
    }
}
