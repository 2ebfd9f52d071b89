package nl.meerwaarde.tests.support;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.meerwaarde.terminology.Canonicals.Extensions;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Library;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/**
 * What the hospitals of a registry agreed upon: a pathway (knee replacement under an address of its own), a case-mix model and a Measure with it.
 *
 * @param pathway not stored yet
 * @param model likewise
 * @param measure likewise
 */
public record KneeRegistry(PlanDefinition pathway, Library model, Measure measure) {
    public static final String ORGANIZATIONS = "https://registry.example.org/hospitals";

    private static final String BASE = "https://registry.example.org/";
    private static final int QUESTIONS = 12;

    /** Made from the shipped definitions of a server. */
    public static KneeRegistry of(Fhir fhir) {
        String name = UUID.randomUUID().toString();
        PlanDefinition pathway =
                fhir.get("PlanDefinition/knee-replacement-primary").stored(PlanDefinition.class);
        pathway.setId((String) null);
        pathway.setMeta(null);
        pathway.setUrl(BASE + "PlanDefinition/" + name);
        Library model = TestModel.fitted(pathway.getUrl(), "1").active().library();
        Measure measure = fhir.get("Measure/knee-replacement-primary-oxford").stored(Measure.class);
        measure.setId((String) null);
        measure.setMeta(null);
        measure.setUrl(BASE + "Measure/" + name);
        measure.getExtensionByUrl(Extensions.PATHWAY).setValue(new CanonicalType(pathway.getUrl()));
        measure.getExtensionByUrl(Extensions.CASE_MIX_MODEL)
                .setValue(new CanonicalType(model.getUrl() + "|" + model.getVersion()));
        return new KneeRegistry(pathway, model, measure);
    }

    /** Loads the definitions into a server that takes part. */
    public KneeRegistry join(Fhir fhir) {
        assertThat(fhir.post(pathway)).isCreated();
        assertThat(fhir.post(model)).isCreated();
        assertThat(fhir.post(measure)).isCreated();
        return this;
    }

    /** {@code url|version} of the Measure. */
    public String canonical() {
        return measure.getUrl() + "|" + measure.getVersion();
    }

    /** Stores a hospital under an id that the server chooses; gives the id. */
    public static String hospital(Fhir fhir, String code) {
        Organization organization = new Organization().setName("Hospital " + code);
        organization.addIdentifier().setSystem(ORGANIZATIONS).setValue(code);
        return fhir.post(organization).id();
    }

    /**
     * A patient with a knee replacement.
     *
     * @param after Oxford Knee Score after half a year; null when nobody answered
     */
    public record Knee(
            AdministrativeGender sex,
            int born,
            String language,
            int deprivation,
            LocalDate operated,
            int before,
            @Nullable Integer after) {
        /** Somebody who was operated on in the months from … to of a year. */
        static Knee random(Random random, int year, int firstMonth, int lastMonth) {
            return new Knee(
                    random.nextBoolean() ? AdministrativeGender.FEMALE : AdministrativeGender.MALE,
                    1940 + random.nextInt(35),
                    random.nextInt(5) == 0 ? "ar" : "nl",
                    1 + random.nextInt(5),
                    LocalDate.of(year, firstMonth + random.nextInt(lastMonth - firstMonth + 1), 1 + random.nextInt(28)),
                    6 + random.nextInt(25),
                    random.nextInt(7) == 0 ? null : 14 + random.nextInt(35));
        }

        /** So many of them. */
        public static List<Knee> random(long seed, int patients, int year, int firstMonth, int lastMonth) {
            Random random = new Random(seed);
            return IntStream.range(0, patients)
                    .mapToObj(i -> random(random, year, firstMonth, lastMonth))
                    .toList();
        }
    }

    /** Stores patients of a hospital. */
    public void treat(Fhir fhir, String hospital, List<Knee> knees) {
        Bundle bundle = new Bundle().setType(Bundle.BundleType.TRANSACTION);
        knees.forEach(knee -> add(bundle, hospital, knee));
        assertThat(fhir.bundle(bundle)).succeeded();
    }

    private void add(Bundle bundle, String hospital, Knee knee) {
        Patient patient = Patients.unstored();
        patient.setGender(knee.sex()).setBirthDateElement(new DateType(knee.born() + "-03-01"));
        patient.addCommunication()
                .setPreferred(true)
                .setLanguage(new CodeableConcept(new Coding("urn:ietf:bcp:47", knee.language(), null)));
        patient.addExtension(Extensions.DEPRIVATION, new IntegerType(knee.deprivation()));
        Reference whose = Bundles.create(bundle, patient);
        CarePlan plan = TestEpisode.unstored("knee-replacement-primary", Side.LEFT);
        plan.getInstantiatesCanonical().get(0).setValue(pathway.getUrl());
        plan.setSubject(whose).setAuthor(new Reference("Organization/" + hospital));
        Reference episode = Bundles.create(bundle, plan);
        Procedure operation = TestEpisode.unstoredOperation(knee.operated().toString());
        operation.setSubject(whose).addBasedOn(episode);
        operation.addExtension(Side.LEFT.extension());
        Bundles.create(bundle, operation);
        answer(bundle, whose, episode, knee.before(), knee.operated().minusDays(10));
        if (knee.after() != null) {
            answer(bundle, whose, episode, knee.after(), knee.operated().plusMonths(6));
        }
    }

    private static void answer(Bundle bundle, Reference whose, Reference episode, int score, LocalDate day) {
        Answers answers = Answers.to("oxford-knee-score").on(day.toString());
        for (int i = 0; i < QUESTIONS; i++) {
            int points = score / QUESTIONS + (i < score % QUESTIONS ? 1 : 0);
            answers.answer("oks-%02d".formatted(i + 1), String.valueOf(points));
        }
        QuestionnaireResponse response = answers.response();
        response.setSubject(whose).addBasedOn(episode);
        response.setAuthoredElement(new DateTimeType(day.toString()));
        Bundles.create(bundle, response);
    }

    /** A report of the Measure; more parameters as {@code &name=value}. */
    public Reply report(Fhir fhir, String from, String to, String more) {
        return fhir.get("Measure/$evaluate-measure?measure=" + canonical() + "&periodStart=" + from + "&periodEnd=" + to
                + more);
    }

    /** What a hospital delivers: the report of its own server for a node that pools, under the name that everybody knows it by. */
    public MeasureReport delivery(Fhir hospital, String organization, String code, String from, String to) {
        MeasureReport report = report(hospital, from, to, "&recipient=registry&reporter=Organization/" + organization)
                .stored(MeasureReport.class);
        report.getReporter().getIdentifier().setSystem(ORGANIZATIONS).setValue(code);
        return report;
    }
}
