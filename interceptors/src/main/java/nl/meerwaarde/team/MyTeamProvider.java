package nl.meerwaarde.team;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import nl.meerwaarde.definition.DefinitionRegister;
import nl.meerwaarde.definition.DefinitionSource;
import nl.meerwaarde.fhir.AcceptedLanguages;
import nl.meerwaarde.fhir.OperationParameters;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Problems;
import nl.meerwaarde.fhir.Sentence;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;

/** The operation {@code Patient/$my-team}: whom a patient calls, for what, on a day. */
public class MyTeamProvider {
    private static final String CANONICAL = "https://w3id.org/meerwaarde/fhir/OperationDefinition/patient-my-team";
    private static final String AT = "at";
    /** What our own sentences are written in. */
    private static final List<String> LANGUAGES = List.of("en", "nl");

    private final FhirContext fhirContext;
    private final DaoRegistry daos;
    private final DefinitionRegister register;
    private final DefinitionSource definitions;
    private final Clock clock;

    /** @param clock whose zone says which day it is */
    MyTeamProvider(
            FhirContext fhirContext,
            DaoRegistry daos,
            DefinitionRegister register,
            DefinitionSource definitions,
            Clock clock) {
        this.fhirContext = fhirContext;
        this.daos = daos;
        this.register = register;
        this.definitions = definitions;
        this.clock = clock;
    }

    /** One list over all teams of the patient's active episodes. */
    @Operation(
            name = "$my-team",
            typeName = "Patient",
            idempotent = true,
            manualRequest = true,
            canonicalUrl = CANONICAL)
    public IBaseResource myTeam(@IdParam IdType patient, ServletRequestDetails details) {
        LocalDate day = day(OperationParameters.of(fhirContext, details));
        String language = AcceptedLanguages.of(details).best("en", LANGUAGES).orElse("en");
        PatientTeams patientTeams = new PatientTeams(daos, register, definitions, details);
        List<TreatingTeam> teams = patientTeams.on(day, patient.getIdPart());
        Directory directory = new Directory(patientTeams::read);
        return new MyTeamParameters(language, day).of(ContactList.of(teams, day, directory::person));
    }

    private LocalDate day(OperationParameters given) {
        List<Problem> problems = new ArrayList<>();
        given.names().stream()
                .filter(name -> !name.equals(AT))
                .forEach(name -> problems.add(invalid(name, "invalid-parameter.unknown", name)));
        List<ParametersParameterComponent> days = given.all(AT);
        LocalDate day = LocalDate.now(clock);
        if (days.size() > 1) {
            problems.add(invalid(AT, "invalid-parameter.once"));
        } else if (days.size() == 1) {
            try {
                day = LocalDate.parse(OperationParameters.text(days.get(0)));
            } catch (DateTimeParseException e) {
                problems.add(invalid(AT, "invalid-parameter.at"));
            }
        }
        if (!problems.isEmpty()) {
            throw Problems.badRequest(problems);
        }
        return day;
    }

    private static Problem invalid(String parameter, String key, Object... arguments) {
        return new Problem(
                ProblemCode.INVALID_PARAMETER, parameter, Sentence.beside(MyTeamProvider.class, key, arguments));
    }
}
