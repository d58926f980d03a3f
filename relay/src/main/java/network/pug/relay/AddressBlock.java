package network.pug.relay;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** A block of IP addresses (RFC 4632). */
public final class AddressBlock {
  private final IpSubnetFilterRule rule;

  private AddressBlock(IpSubnetFilterRule rule) {
    this.rule = rule;
  }

  /** Reads {@code 10.0.0.0/8}, {@code fd00::/8} or a single address, given for a flag. */
  static AddressBlock parse(Flags flags, String flag, String text) throws UsageException {
    int slash = text.indexOf('/');
    String address = slash < 0 ? text : text.substring(0, slash);
    boolean v4 = NetUtil.isValidIpV4Address(address);
    int bits = v4 ? 32 : 128;
    try {
      int prefix = slash < 0 ? bits : prefix(text.substring(slash + 1));
      if ((v4 || NetUtil.isValidIpV6Address(address)) && prefix >= 0 && prefix <= bits) {
        return new AddressBlock(new IpSubnetFilterRule(address, prefix, IpFilterRuleType.ACCEPT));
      }
    } catch (IllegalArgumentException e) {
      // Said below.
    }
    throw flags.bad(flag, "must be a block of addresses such as 10.0.0.0/8");
  }

  private static int prefix(String digits) {
    if (!digits.matches("0|[1-9][0-9]{0,2}")) {
      throw new IllegalArgumentException("no number");
    }
    return Integer.parseInt(digits);
  }

  /** Whether {@code address} lies in the block. */
  boolean contains(InetAddress address) {
    return rule.matches(new InetSocketAddress(address, 0));
  }
}
