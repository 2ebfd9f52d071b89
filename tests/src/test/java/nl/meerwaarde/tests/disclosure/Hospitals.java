package nl.meerwaarde.tests.disclosure;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Patients;
import nl.meerwaarde.tests.support.Reply;
import nl.meerwaarde.tests.support.Side;
import nl.meerwaarde.tests.support.TestEpisode;
import nl.meerwaarde.tests.support.TestPatient;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;

/**
 * Hospitals that operated on knees in a year that no other test has episodes in: reports for the public are about everybody.
 *
 * @param ids of the Organizations, by name
 */
public record Hospitals(Fhir fhir, int year, Map<String, String> ids) {
    private static final String MEASURE = "Measure/knee-replacement-primary-oxford/$evaluate-measure";

    public static Hospitals of(Fhir fhir, int year, String... names) {
        Map<String, String> ids = new LinkedHashMap<>();
        for (String name : names) {
            ids.put(name, fhir.post(new Organization().setName(name)).id());
        }
        return new Hospitals(fhir, year, ids);
    }

    /** So many patients of March, men and women in turns, all with the same two scores. */
    public Hospitals treated(String hospital, int patients, String before, String after) {
        return treatedIn("03", hospital, patients, before, after);
    }

    /** The same in another month. */
    public Hospitals treatedIn(String month, String hospital, int patients, String before, String after) {
        return treatedIn(month, hospital, patients, before, after, plan -> {});
    }

    /** Likewise, with CarePlans changed before they are stored. */
    public Hospitals treatedIn(
            String month, String hospital, int patients, String before, String after, Consumer<CarePlan> change) {
        LocalDate operation = LocalDate.parse(year + "-" + month + "-01");
        for (int i = 0; i < patients; i++) {
            AdministrativeGender sex = i % 2 == 0 ? AdministrativeGender.FEMALE : AdministrativeGender.MALE;
            TestPatient patient = Patients.create(fhir, created -> created.setGender(sex));
            CarePlan plan = TestEpisode.unstored("knee-replacement-primary", Side.LEFT);
            plan.getSubject().setReference(patient.reference());
            plan.setAuthor(new Reference("Organization/" + ids.get(hospital)));
            change.accept(plan);
            TestEpisode episode = new TestEpisode(patient, fhir.post(plan).id(), "knee-replacement-primary", Side.LEFT);
            episode.operatedOn(operation.toString());
            answer(episode, before, operation.minusDays(9).toString());
            answer(episode, after, operation.plusMonths(6).toString());
        }
        return this;
    }

    private static void answer(TestEpisode episode, String answer, String day) {
        episode.patient()
                .answers("oxford-knee-score")
                .all(answer)
                .on(day)
                .basedOn(episode)
                .submit()
                .id();
    }

    /** The report over the year, with more parameters ({@code &name=value}). */
    public Reply report(String more) {
        return fhir.get(MEASURE + "?periodStart=" + year + "&periodEnd=" + year + more);
    }

    public Reply publish(String recipient) {
        Parameters parameters = new Parameters();
        parameters.addParameter("periodStart", new DateType(year + "-01-01"));
        parameters.addParameter("periodEnd", new DateType(year + "-12-31"));
        parameters.addParameter("recipient", new StringType(recipient));
        parameters.addParameter("publish", new BooleanType(true));
        return fhir.post(MEASURE, Fhir.json(parameters));
    }
}
