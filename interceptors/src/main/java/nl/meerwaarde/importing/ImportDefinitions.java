package nl.meerwaarde.importing;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.ig.ImplementationGuide;
import nl.meerwaarde.instrument.FhirPath;
import nl.meerwaarde.instrument.Instrument;
import nl.meerwaarde.instrument.InstrumentReader;
import nl.meerwaarde.instrument.InstrumentReading;
import nl.meerwaarde.pathway.Pathway;
import nl.meerwaarde.pathway.PathwayReader;
import nl.meerwaarde.questionnaires.InstrumentLibrary;
import nl.meerwaarde.response.ResponseRules;
import nl.meerwaarde.score.ScoreCalculator;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.Questionnaire;

/**
 * The definitions that rows are read by: a server's own, or those on the class path.
 *
 * @param instruments by canonical; without a version the newest
 * @param pathways by canonical; without a version the newest
 */
public record ImportDefinitions(
        Function<CanonicalReference, Optional<Instrument>> instruments,
        Function<CanonicalReference, Optional<Pathway>> pathways,
        ResponseRules rules,
        ScoreCalculator calculator) {
    /** The shipped definitions, for a check without a server. */
    static ImportDefinitions shipped() {
        FhirContext fhirContext = FhirContext.forR4Cached();
        FhirPath fhirPath = new FhirPath(fhirContext);
        List<Instrument> instruments = instruments(fhirContext, new InstrumentReader(fhirPath));
        List<Pathway> pathways = pathways(fhirContext);
        return new ImportDefinitions(
                canonical -> find(instruments, Instrument::canonical, canonical),
                canonical -> find(pathways, Pathway::canonical, canonical),
                // No shipped instrument answers from a value set.
                new ResponseRules(fhirPath, (valueSet, coding) -> Optional.empty()),
                new ScoreCalculator(fhirPath));
    }

    private static <D> Optional<D> find(
            List<D> definitions, Function<D, CanonicalReference> canonical, CanonicalReference wanted) {
        return definitions.stream()
                .filter(definition -> wanted.version() == null
                        ? canonical.apply(definition).url().equals(wanted.url())
                        : canonical.apply(definition).equals(wanted))
                .findFirst();
    }

    private static List<Instrument> instruments(FhirContext fhirContext, InstrumentReader reader) {
        List<Instrument> instruments = new ArrayList<>();
        for (String id : InstrumentLibrary.instruments()) {
            try (InputStream json = InstrumentLibrary.questionnaire(id).openStream()) {
                Questionnaire questionnaire = fhirContext.newJsonParser().parseResource(Questionnaire.class, json);
                if (reader.read(questionnaire) instanceof InstrumentReading.Usable usable) {
                    instruments.add(usable.instrument());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return instruments;
    }

    private static List<Pathway> pathways(FhirContext fhirContext) {
        List<Pathway> pathways = new ArrayList<>();
        for (String file : ImplementationGuide.definitions()) {
            if (file.startsWith("PlanDefinition-")) {
                try (InputStream json = ImplementationGuide.open(file)) {
                    PlanDefinition plan = fhirContext.newJsonParser().parseResource(PlanDefinition.class, json);
                    pathways.add(PathwayReader.read(plan).pathway());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return pathways;
    }
}
