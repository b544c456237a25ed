package rahnamo.render;

import java.util.List;
import java.util.Optional;

/**
 * What only the page has that holds the whole site.
 *
 * @param policy what it may do: the digests of its own style and scripts
 * @param icon the address of the icon, which holds the icon
 * @param style the style sheet
 * @param opening the script that runs before the page is read
 * @param script the script that runs after all
 * @param views where the pages of the site go
 * @param parts where the parts of the search index go
 * @param folder the language as folders and indexes name it
 * @param index what names of parts of the index begin with
 * @param also there is no second language to search in
 * @param lines whom to call if nothing is found
 * @param base what addresses of results begin with
 * @param place the address of the search itself
 */
record SingleFileModel(
    String policy,
    String icon,
    TrustedHtml style,
    TrustedHtml opening,
    TrustedHtml script,
    TrustedHtml views,
    TrustedHtml parts,
    String folder,
    String index,
    Optional<SearchPage.Also> also,
    List<ContactModel> lines,
    String base,
    String place) {}
