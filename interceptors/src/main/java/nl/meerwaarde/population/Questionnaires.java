package nl.meerwaarde.population;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.List;
import java.util.Optional;
import nl.meerwaarde.definition.DefinitionSource;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.instrument.Instrument;
import nl.meerwaarde.instrument.InstrumentCatalogue;
import nl.meerwaarde.instrument.InstrumentReader;
import nl.meerwaarde.instrument.InstrumentReading;
import org.hl7.fhir.r4.model.Questionnaire;

/** Finding the form that a request is about. */
class Questionnaires {
    private static final String PARAMETER = "questionnaire";

    private final InstrumentCatalogue instruments;
    private final InstrumentReader reader;
    private final DefinitionSource source;
    private final DaoRegistry daos;

    Questionnaires(
            InstrumentCatalogue instruments, InstrumentReader reader, DefinitionSource source, DaoRegistry daos) {
        this.instruments = instruments;
        this.reader = reader;
        this.source = source;
        this.daos = daos;
    }

    /** A form, or why there is none. */
    sealed interface Lookup {
        record Found(Instrument instrument) implements Lookup {}

        record Missing(List<Problem> problems) implements Lookup {}
    }

    Lookup find(QuestionnaireName name) {
        if (name instanceof QuestionnaireName.Id named) {
            return withId(named.id());
        }
        if (name instanceof QuestionnaireName.Identified named) {
            return identified(named);
        }
        if (name instanceof QuestionnaireName.Sent sent) {
            InstrumentReading reading = reader.read(sent.questionnaire());
            return reading instanceof InstrumentReading.Usable usable
                    ? new Lookup.Found(usable.instrument())
                    : new Lookup.Missing(((InstrumentReading.Refused) reading).problems());
        }
        return at(((QuestionnaireName.Canonical) name).canonical());
    }

    private Lookup at(CanonicalReference canonical) {
        return instruments
                .find(canonical)
                .<Lookup>map(Lookup.Found::new)
                .orElseGet(() -> new Lookup.Missing(List.of(instruments.missing(canonical, PARAMETER))));
    }

    private Lookup withId(String id) {
        Optional<Instrument> instrument = instruments.withId(id);
        if (instrument.isPresent()) {
            return new Lookup.Found(instrument.get());
        }
        try {
            source.read(Questionnaire.class, id);
            return missing(
                    ProblemCode.INVALID_DEFINITION,
                    "Questionnaire/" + id
                            + " cannot be used: it has no address (url), or breaks rules for instruments.");
        } catch (ResourceNotFoundException | ResourceGoneException e) {
            return missing(ProblemCode.UNKNOWN_QUESTIONNAIRE, "This server has no Questionnaire/" + id + ".");
        }
    }

    /** All versions of a form may share an identifier; the newest is meant. */
    private Lookup identified(QuestionnaireName.Identified name) {
        SearchParameterMap search = SearchParameterMap.newSynchronous(
                Questionnaire.SP_IDENTIFIER, new TokenParam(name.system(), name.value()));
        List<String> urls = daos
                .getResourceDao(Questionnaire.class)
                .search(search, new SystemRequestDetails())
                .getAllResources()
                .stream()
                .map(found -> String.valueOf(((Questionnaire) found).getUrl()))
                .distinct()
                .toList();
        if (urls.size() == 1) {
            return at(new CanonicalReference(urls.get(0), null));
        }
        return missing(
                ProblemCode.UNKNOWN_QUESTIONNAIRE,
                urls.isEmpty()
                        ? "This server has no Questionnaire with that identifier."
                        : "This server has several Questionnaires with that identifier: " + String.join(", ", urls)
                                + ".");
    }

    private static Lookup missing(ProblemCode code, String sentence) {
        return new Lookup.Missing(List.of(new Problem(code, PARAMETER, sentence)));
    }
}
