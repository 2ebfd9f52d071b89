package nl.meerwaarde.tests.campaign;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Patients;
import nl.meerwaarde.tests.support.Reply;
import nl.meerwaarde.tests.support.TestEpisode;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Patient.LinkType;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Reference;

/** A client whose requests reach either node by chance, and are about what others write too. */
final class Contender {
    private static final String SUBMISSIONS = "https://portal.example.org/submissions";

    private final List<Fhir> nodes;
    private final Contested contested;
    private final Random random;
    private final KneeAnswers answers;

    Contender(List<Fhir> nodes, Contested contested, Random random) {
        this.nodes = nodes;
        this.contested = contested;
        this.random = random;
        this.answers = new KneeAnswers(random);
    }

    List<Sent> send(int requests) {
        return Stream.generate(this::send).limit(requests).toList();
    }

    private Sent send() {
        return switch (random.nextInt(12)) {
            case 0, 1, 2 -> newResponse();
            case 3, 4, 5, 6 -> sendAs(any(contested.responses()));
            case 7 -> deletion();
            case 8 -> retriedResponse();
            case 9 -> operation();
            case 10 -> person();
            default -> merge();
        };
    }

    private Sent newResponse() {
        return Sent.create(node().post(answers.response(any(contested.episodes()), answers.answer())));
    }

    /** A response of either patient under an id that others choose too. */
    Sent sendAs(String id) {
        String answer = answers.answer();
        QuestionnaireResponse response = answers.response(any(contested.episodes()), answer);
        response.setId(id);
        return new Sent("QuestionnaireResponse/" + id, Optional.of(answer), node().put(response));
    }

    private Sent deletion() {
        String path = "QuestionnaireResponse/" + any(contested.responses());
        return Sent.change(path, node().delete(path));
    }

    /** Somebody sent this before and got no answer; the load balancer chose another node now. */
    private Sent retriedResponse() {
        String submission = any(contested.submissions());
        QuestionnaireResponse response = answers.response(contested.episodes().get(0), "2");
        response.getIdentifier().setSystem(SUBMISSIONS).setValue(submission);
        return Sent.create(node().with("If-None-Exist", "identifier=" + SUBMISSIONS + "|" + submission)
                .post(response));
    }

    /** The operation moves, and every window with it. */
    private Sent operation() {
        int which = random.nextInt(contested.operations().size());
        TestEpisode episode = contested.episodes().get(which);
        Procedure operation = TestEpisode.unstoredOperation(
                KneeAnswers.OPERATION.plusDays(random.nextInt(60)).toString());
        operation
                .setSubject(new Reference(episode.patient().reference()))
                .addBasedOn(new Reference(episode.reference()))
                .addExtension(episode.side().extension());
        operation.setId(contested.operations().get(which));
        Reply reply = node().put(operation);
        return Sent.change("Procedure/" + contested.operations().get(which), reply);
    }

    private Sent person() {
        return changed(Patients.unstored().setBirthDateElement(new DateType("19" + (30 + random.nextInt(60)))));
    }

    /** One of the patients turns out to be the other. */
    private Sent merge() {
        Patient replaced = Patients.unstored();
        TestEpisode survivor = any(contested.episodes());
        replaced.addLink()
                .setType(LinkType.REPLACEDBY)
                .setOther(new Reference(survivor.patient().reference()));
        return changed(replaced);
    }

    private Sent changed(Patient patient) {
        patient.setId(any(contested.episodes()).patient().id());
        return Sent.change("Patient/" + patient.getIdElement().getIdPart(), node().put(patient));
    }

    /** How many responses there are to a submission that was sent again and again. */
    static int count(Fhir fhir, String submission) {
        return fhir.count("QuestionnaireResponse", Map.of("identifier", SUBMISSIONS + "|" + submission));
    }

    private Fhir node() {
        return any(nodes);
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
