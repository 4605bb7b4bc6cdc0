#pragma once

#include <string>
#include <string_view>

#include "support/zip_file.h"

namespace klausul {

/// Builds OpenDocument texts for tests.
class OdtFile : public ZipFile {
 public:
  /// A file whose content.xml has `body` within office:text and `automatic` as automatic styles; `styles` stands within
  /// the document element of styles.xml.
  explicit OdtFile(std::string_view body, std::string_view automatic = {}, std::string_view styles = {});
};

/// The same document as one flat XML file (fodt).
std::string flat_odt(std::string_view body, std::string_view automatic = {}, std::string_view styles = {});

}  // namespace klausul
