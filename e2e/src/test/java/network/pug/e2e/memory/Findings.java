package network.pug.e2e.memory;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a search found. */
record Findings(List<Place> places) {
  private static final int EXAMPLES = 4;

  /** Those of one kind and room. */
  Findings of(String room, Kind kind) {
    return new Findings(
        places.stream()
            .filter(place -> place.needle().room().equals(room) && place.needle().kind() == kind)
            .toList());
  }

  /** Those that are no chance remains of a register. */
  Findings moreThanRegisters() {
    return new Findings(places.stream().filter(Place::isMoreThanRegister).toList());
  }

  /** Those of one kind. */
  Findings of(Kind kind) {
    return new Findings(places.stream().filter(place -> place.needle().kind() == kind).toList());
  }

  int count() {
    return places.size();
  }

  /** How many places, in which form, in what memory, and how much: what one needs to mend it. */
  String report() {
    Map<String, List<Place>> groups =
        places.stream()
            .collect(
                Collectors.groupingBy(
                    place ->
                        "%s, %s, %s in %s"
                            .formatted(
                                place.needle().room(),
                                place.needle().kind(),
                                place.needle().form(),
                                place.use()),
                    TreeMap::new,
                    Collectors.toList()));
    StringBuilder report = new StringBuilder(count() + " places");
    groups.forEach((group, found) -> report.append('\n').append(line(group, found)));
    return report.toString();
  }

  private static String line(String group, List<Place> found) {
    int longest = found.stream().mapToInt(Place::run).max().orElse(0);
    int needle = found.stream().mapToInt(place -> place.needle().length()).max().orElse(0);
    String examples =
        found.stream()
            .limit(EXAMPLES)
            .map(place -> Long.toHexString(place.address()))
            .collect(Collectors.joining(" "));
    return "%6d × %s, longest run %d of %d bytes, at %s, as in %s"
        .formatted(found.size(), group, longest, needle, examples, found.getFirst().around());
  }
}
