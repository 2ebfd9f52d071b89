package nl.meerwaarde.notification;

import nl.meerwaarde.access.Sight;
import nl.meerwaarde.access.Sights;
import nl.meerwaarde.requester.Requester;
import org.hl7.fhir.r4.model.Resource;

/** Tells a subscriber what the access rules would let the same requester read. */
record ReadablePayloads(Sights sights) implements PayloadRule {
    @Override
    public View now(Requester requester) {
        return sights.of(requester).<View>map(Readable::new).orElse(resource -> true);
    }

    private record Readable(Sight sight) implements View {
        @Override
        public boolean sees(Resource resource) {
            return sight.sees(resource);
        }

        @Override
        public boolean reaches(String type) {
            return sight.reaches(type);
        }
    }
}
