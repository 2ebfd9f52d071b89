package nl.meerwaarde.fitting;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.OptionalDouble;
import nl.meerwaarde.casemix.CaseMixModel;
import nl.meerwaarde.casemix.Covariate;
import nl.meerwaarde.fhir.ExtensionLookup;
import nl.meerwaarde.terminology.Canonicals.Extensions;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Library;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.hl7.fhir.r4.model.UnsignedIntType;

/** Writes a fitted model into a draft of the Library it was fitted for. */
final class FittedLibrary {
    private FittedLibrary() {}

    /**
     * The draft.
     *
     * @param template the Library; stays as it is
     * @param asOf the facts as they stood then
     */
    static Library of(Library template, FitRequest request, ModelFit.Fitted fit, Instant asOf) {
        Library library = template.copy();
        library.setId((String) null);
        library.getMeta().setVersionId(null).setLastUpdated(null);
        library.setText(null);
        library.setStatus(PublicationStatus.DRAFT);
        library.setVersion(request.version());
        library.setDate(Date.from(asOf));
        CaseMixModel model = fit.model();
        ExtensionLookup.first(library.getExtension(), Extensions.CASE_MIX_EQUATION)
                .ifPresent(equation -> {
                    if (model.intercept() != null) {
                        set(equation, "intercept", new DecimalType(model.intercept()));
                    }
                    set(equation, "standard-error", decimal(fit.interceptError()));
                });
        List<Extension> terms = all(library, Extensions.CASE_MIX_TERM);
        for (int i = 0; i < terms.size(); i++) {
            BigDecimal coefficient = model.terms().get(i).coefficient();
            if (coefficient != null) {
                set(terms.get(i), "coefficient", new DecimalType(coefficient));
            }
            set(terms.get(i), "standard-error", decimal(fit.errors().get(i)));
        }
        List<Extension> covariates = all(library, Extensions.CASE_MIX_COVARIATE);
        for (int i = 0; i < covariates.size(); i++) {
            Covariate covariate = model.covariates().get(i);
            if (covariate.missing() == Covariate.Missing.MEAN && covariate.imputed() != null) {
                set(covariates.get(i), "imputed", new DecimalType(covariate.imputed()));
            }
        }
        library.getExtension()
                .removeIf(extension -> extension.getUrl().equals(Extensions.FITTED_ON)
                        || extension.getUrl().equals(Extensions.CALIBRATION_DECILE));
        library.addExtension(fittedOn(request, fit.quality(), model.kind(), asOf));
        fit.quality().deciles().forEach(decile -> {
            Extension extension = library.addExtension().setUrl(Extensions.CALIBRATION_DECILE);
            set(extension, "n", new UnsignedIntType(decile.n()));
            set(extension, "expected", decimal(decile.expected()));
            set(extension, "observed", decimal(decile.observed()));
        });
        return library;
    }

    private static Extension fittedOn(
            FitRequest request, ModelFit.Quality quality, CaseMixModel.Kind kind, Instant asOf) {
        Extension fitted = new Extension(Extensions.FITTED_ON);
        boolean logistic = kind == CaseMixModel.Kind.LOGISTIC;
        set(fitted, "source", new StringType("Outcome facts of the server that fitted it"));
        Period period = new Period();
        period.setStartElement(new DateTimeType(request.from().toString()));
        period.setEndElement(new DateTimeType(request.to().toString()));
        set(fitted, "period", period);
        set(fitted, "as-of", new InstantType(Date.from(asOf)));
        set(fitted, "n", new UnsignedIntType(quality.n()));
        if (logistic) {
            set(fitted, "events", new UnsignedIntType(quality.events()));
        }
        set(fitted, logistic ? "auc" : "r-squared", quality.explained());
        set(fitted, logistic ? "auc-unseen" : "r-squared-unseen", quality.explainedUnseen());
        set(fitted, "residual-sd", quality.residualDeviation());
        quality.calibration().ifPresent(calibration -> {
            set(fitted, "calibration-intercept", decimal(calibration.intercept()));
            set(fitted, "calibration-slope", decimal(calibration.slope()));
        });
        return fitted;
    }

    private static void set(Extension complex, String part, OptionalDouble number) {
        if (number.isPresent()) {
            set(complex, part, decimal(number.getAsDouble()));
        }
    }

    private static void set(Extension complex, String part, Type value) {
        complex.getExtension().removeIf(extension -> part.equals(extension.getUrl()));
        complex.addExtension(part, value);
    }

    private static DecimalType decimal(double number) {
        return new DecimalType(ModelFitting.decimal(number));
    }

    private static List<Extension> all(Library library, String url) {
        return library.getExtension().stream()
                .filter(extension -> url.equals(extension.getUrl()))
                .toList();
    }
}
