package nl.meerwaarde.audit;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Addresses that one subscriber of a provider has: one of version 4; of version 6 all that begin with the same 64 bits. */
final class AddressBlock {
    private static final int NETWORK_BYTES = 8;

    private AddressBlock() {}

    /** The address itself, or for version 6 the block that it is in; what is no address stays as it is. */
    static String of(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            // Of a text with colons no name is looked up.
            byte[] bytes = InetAddress.getByName(address).getAddress();
            if (bytes.length <= NETWORK_BYTES) {
                return address;
            }
            byte[] network = Arrays.copyOf(Arrays.copyOf(bytes, NETWORK_BYTES), bytes.length);
            return InetAddress.getByAddress(network).getHostAddress() + "/64";
        } catch (UnknownHostException noAddress) {
            return address;
        }
    }
}
