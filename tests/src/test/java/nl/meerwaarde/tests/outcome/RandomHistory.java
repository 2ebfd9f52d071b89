package nl.meerwaarde.tests.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import nl.meerwaarde.terminology.Canonicals.Profiles;
import nl.meerwaarde.tests.support.Bundles;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Patients;
import nl.meerwaarde.tests.support.Reply;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Patient.LinkType;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Procedure.ProcedureStatus;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;

/** Random things happening to a few patients, one request after the other. The seed decides everything, so a failure can be repeated. */
final class RandomHistory {
    private static final int PATIENTS = 3;
    private static final int TEAMS = 3;

    private final Fhir fhir;
    private final Random random;
    private final RandomResources make;
    private final StoredResources stored;
    private final List<String> patients = new ArrayList<>();

    RandomHistory(Fhir fhir, long seed) {
        this.fhir = fhir;
        this.random = new Random(seed);
        this.make = new RandomResources(random);
        this.stored = new StoredResources(fhir);
        for (int i = 0; i < TEAMS; i++) {
            create(make.team());
        }
        for (int i = 0; i < PATIENTS; i++) {
            String patient = "Patient/" + Patients.create(fhir).id();
            patients.add(patient);
            stored.read(patient);
            create(named(make.episode()).setSubject(new Reference(patient)));
        }
        stored.all(CarePlan.class).forEach(plan -> create(of(plan, make.operation())));
    }

    StoredResources stored() {
        return stored;
    }

    /** Does one thing; says what it was. */
    String step() {
        int dice = random.nextInt(100);
        if (dice < 45) {
            return create(created());
        } else if (dice < 80) {
            return update(changed());
        } else if (dice < 88) {
            return delete(stored.any(Resource.class, random));
        }
        return together();
    }

    private Resource created() {
        return switch (random.nextInt(23)) {
            case 0, 1, 2, 3, 4, 5, 6 -> about(make.response());
            case 7, 8 -> about(make.operation());
            case 9 -> about(make.episode());
            case 10, 11, 12 -> about(make.admission());
            case 13 -> about(make.measurement());
            case 14 -> about(make.expectation());
            case 15, 16, 17, 18, 19 -> about(make.questionnaireTask());
            case 20 -> about(make.planned());
            case 21 -> about(make.refusal());
            default -> about(make.invitation());
        };
    }

    /** Another state of something stored: changed a little, or all new under the same id. */
    private Resource changed() {
        Resource before = make.oneIn(3) ? stored.any(Patient.class, random) : stored.any(Resource.class, random);
        Resource after = before instanceof Patient patient ? changedPatient(patient) : otherState(before);
        after.setId(before.getIdElement().toUnqualifiedVersionless());
        return after;
    }

    private Resource otherState(Resource before) {
        if (before instanceof CareTeam) {
            return make.team();
        } else if (before instanceof CarePlan plan) {
            return make.oneIn(2)
                    ? plan.setStatus(make.oneIn(3) ? CarePlanStatus.ENTEREDINERROR : CarePlanStatus.ACTIVE)
                    : about(make.episode());
        } else if (before instanceof Procedure procedure) {
            return make.oneIn(2)
                    ? procedure.setPerformed(new DateTimeType(make.date(60)))
                    : about(make.operation())
                            .setStatus(make.oneIn(3) ? ProcedureStatus.ENTEREDINERROR : ProcedureStatus.COMPLETED);
        } else if (before instanceof QuestionnaireResponse response) {
            return make.oneIn(2)
                    ? response.setStatus(make.status()).setAuthoredElement(new DateTimeType(make.date(400)))
                    : about(make.response());
        } else if (before instanceof Encounter) {
            return about(make.admission());
        } else if (before instanceof Observation) {
            return about(make.measurement());
        }
        if (before instanceof ServiceRequest) {
            return about(make.planned());
        } else if (before instanceof Consent) {
            return about(make.refusal());
        } else if (before instanceof Task task && task.getMeta().hasProfile(Profiles.QUESTIONNAIRE_TASK)) {
            return make.oneIn(2) ? task.setStatus(make.taskStatus()) : about(make.questionnaireTask());
        }
        return before instanceof RiskAssessment ? about(make.expectation()) : about(make.invitation());
    }

    private Patient changedPatient(Patient patient) {
        switch (random.nextInt(4)) {
            case 0 -> patient.getBirthDateElement().setValueAsString(make.oneIn(2) ? "1949" : "1950-02-28");
            case 1 ->
                patient.setDeceased(
                        make.oneIn(2) ? null : new DateTimeType(make.day(400).toString()));
            case 2 -> patient.getLink().clear();
            default -> {
                patient.getLink().clear();
                patient.addLink().setType(LinkType.REPLACEDBY).setOther(anyPatient());
            }
        }
        return patient;
    }

    private QuestionnaireResponse about(QuestionnaireResponse response) {
        if (make.oneIn(3)) {
            response.addBasedOn(anyEpisode());
        }
        return response.setSubject(anyPatient());
    }

    private CarePlan about(CarePlan plan) {
        return named(plan).setSubject(anyPatient());
    }

    /** With no team, one, or several; the same twice says no more than once. */
    private CarePlan named(CarePlan plan) {
        for (int teams = random.nextInt(3);
                teams > 0 && !stored.all(CareTeam.class).isEmpty();
                teams--) {
            plan.addCareTeam(new Reference(StoredResources.path(stored.any(CareTeam.class, random))));
        }
        return plan;
    }

    /** Mostly of the episode's own patient; else a mistake that somebody has yet to notice. */
    private Procedure about(Procedure operation) {
        Reference subject = anyPatient();
        if (!stored.all(CarePlan.class).isEmpty() && !make.oneIn(6)) {
            return of(stored.any(CarePlan.class, random), operation);
        }
        return operation.setSubject(subject).addBasedOn(anyEpisode());
    }

    private static Procedure of(CarePlan plan, Procedure operation) {
        return operation.setSubject(plan.getSubject()).addBasedOn(new Reference(StoredResources.path(plan)));
    }

    private Encounter about(Encounter admission) {
        return admission.setSubject(anyPatient());
    }

    private Observation about(Observation measurement) {
        return measurement.setSubject(anyPatient());
    }

    private RiskAssessment about(RiskAssessment expectation) {
        return expectation.setSubject(anyPatient()).setBasedOn(anyEpisode());
    }

    private Task about(Task invitation) {
        if (!stored.all(QuestionnaireResponse.class).isEmpty() && make.oneIn(2)) {
            make.fulfil(
                    invitation, new Reference(StoredResources.path(stored.any(QuestionnaireResponse.class, random))));
        }
        return invitation.setFor(anyPatient()).addBasedOn(anyEpisode());
    }

    private ServiceRequest about(ServiceRequest planned) {
        return planned.setSubject(anyPatient()).addBasedOn(anyEpisode());
    }

    private Consent about(Consent refusal) {
        if (make.oneIn(2)) {
            refusal.getProvision()
                    .addData()
                    .setMeaning(Consent.ConsentDataMeaning.INSTANCE)
                    .setReference(anyEpisode());
        }
        return refusal.setPatient(anyPatient());
    }

    /** The first patient more than the others: much has to come together before there are facts. */
    private Reference anyPatient() {
        return new Reference(make.oneIn(2) ? patients.get(0) : make.one(patients));
    }

    /** The last one may be gone; then a reference to nothing is refused, which is a step as good as any. */
    private Reference anyEpisode() {
        return stored.all(CarePlan.class).isEmpty()
                ? new Reference("CarePlan/gone")
                : new Reference(StoredResources.path(stored.any(CarePlan.class, random)));
    }

    private String create(Resource resource) {
        Reply reply = fhir.post(resource);
        if (accepted(reply)) {
            stored.read(resource.fhirType() + "/" + reply.id());
        }
        return reply.toString();
    }

    private String update(Resource resource) {
        Reply reply = fhir.put(resource);
        if (accepted(reply)) {
            stored.read(StoredResources.path(resource));
        }
        return reply + "\n  sent " + Fhir.json(resource);
    }

    /** Patients stay, so that their facts can be asked for. */
    private String delete(Resource resource) {
        String path = StoredResources.path(resource);
        if (patients.contains(path)) {
            return "nothing";
        }
        Reply reply = fhir.delete(path);
        if (accepted(reply)) {
            stored.deleted(path);
        }
        return reply.toString();
    }

    /** Two to four changes in one transaction. */
    private String together() {
        Bundle bundle = new Bundle().setType(BundleType.TRANSACTION);
        List<String> updated = new ArrayList<>();
        for (int i = 2 + random.nextInt(3); i > 0; i--) {
            Resource change = changed();
            if (make.oneIn(2)) {
                Bundles.create(bundle, created());
            } else if (!updated.contains(StoredResources.path(change))) {
                updated.add(StoredResources.path(change));
                Bundles.update(bundle, change);
            }
        }
        Reply reply = fhir.bundle(bundle);
        if (accepted(reply)) {
            reply.body(Bundle.class).getEntry().stream()
                    .map(entry -> new IdType(entry.getResponse().getLocation()))
                    .forEach(id -> stored.read(id.getResourceType() + "/" + id.getIdPart()));
        }
        return reply + "\n  sent " + Fhir.json(bundle);
    }

    /** Refusing is fine (something still refers to it, something is gone), breaking is not. */
    private static boolean accepted(Reply reply) {
        assertThat(reply.status()).as(reply::toString).isLessThan(500);
        return reply.status() < 300;
    }
}
