package nl.meerwaarde.team;

import java.time.LocalDate;
import java.util.List;
import nl.meerwaarde.fhir.Code;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Problems;
import nl.meerwaarde.fhir.Sentence;
import nl.meerwaarde.team.ContactList.Answer;
import nl.meerwaarde.team.ContactList.Contact;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.StringType;

/** The answer of {@code $my-team}, in one language. */
final class MyTeamParameters {
    private final String language;
    private final LocalDate day;

    MyTeamParameters(String language, LocalDate day) {
        this.language = language;
        this.day = day;
    }

    Parameters of(ContactList list) {
        Parameters answer = new Parameters();
        answer.setLanguage(language);
        answer.addParameter().setName("at").setValue(new DateType(day.toString()));
        list.answers().forEach(need -> addNeed(answer.addParameter().setName("need"), need));
        list.members().forEach(member -> addContact(answer.addParameter().setName("member"), member));
        if (list.members().isEmpty()) {
            Problem nobody = new Problem(
                    ProblemCode.TEAM_INCOMPLETE,
                    "",
                    Sentence.beside(MyTeamParameters.class, "team-incomplete.nobody", day));
            answer.addParameter()
                    .setName("issues")
                    .setResource(Problems.outcome(List.of(nobody), IssueSeverity.INFORMATION));
        }
        return answer;
    }

    private void addNeed(ParametersParameterComponent parameter, Answer answer) {
        Need need = answer.need();
        parameter
                .addPart()
                .setName("need")
                .setValue(coding(Canonicals.CodeSystems.CONTACT_NEED, need.code(), need.words()));
        answer.contacts().forEach(contact -> addContact(parameter.addPart().setName("contact"), contact));
        if (answer.contacts().isEmpty()) {
            parameter.addPart().setName("advice").setValue(text(need.advice()));
        }
    }

    private void addContact(ParametersParameterComponent part, Contact contact) {
        Person person = contact.person();
        addText(part, "name", person.name());
        part.addPart().setName("member").setValue(person.member());
        contact.function().ifPresent(role -> part.addPart().setName("function").setValue(coding(role)));
        contact.roles().forEach(role -> part.addPart().setName("role").setValue(coding(role)));
        if (!person.organization().isEmpty()) {
            part.addPart().setName("organization").setValue(person.organization());
        }
        if (contact.function().isPresent()) {
            addReach(part, contact);
        }
        contact.treatments().forEach(treatment -> addText(part, "treatment", treatment.in(language)));
    }

    private void addReach(ParametersParameterComponent part, Contact contact) {
        Person person = contact.person();
        person.telecom().forEach(point -> part.addPart().setName("telecom").setValue(point));
        OpeningHours.in(language, person.hours()).forEach(line -> addText(part, "hours", line));
        person.absence(day)
                .ifPresent(why -> part.addPart()
                        .setName("absent")
                        .setValue(text(Sentence.beside(MyTeamParameters.class, "absent", why))));
        if (contact.standsIn()) {
            part.addPart().setName("standsIn").setValue(new BooleanType(true));
        }
    }

    private static void addText(ParametersParameterComponent part, String name, String text) {
        if (!text.isBlank()) {
            part.addPart().setName(name).setValue(new StringType(text));
        }
    }

    private StringType text(Sentence sentence) {
        return new StringType(sentence.in(language).strip());
    }

    private Coding coding(TeamRole role) {
        return coding(Canonicals.CodeSystems.TEAM_ROLE, role.code(), role.name());
    }

    private Coding coding(String system, String code, Sentence display) {
        return new Code(system, code).coding().setDisplay(display.in(language));
    }
}
