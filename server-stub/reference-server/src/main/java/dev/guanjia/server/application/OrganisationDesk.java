package dev.guanjia.server.application;

import dev.guanjia.organisation.OrganisationTemplate;
import dev.guanjia.organisation.OrganisationTemplates;
import dev.guanjia.organisation.Post;
import dev.guanjia.organisation.PostCatalogue;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The posts and the forms of company that ship with the server. */
@Service
public class OrganisationDesk {

    private final PostCatalogue posts;
    private final OrganisationTemplates templates;

    OrganisationDesk(PostCatalogue posts, OrganisationTemplates templates) {
        this.posts = posts;
        this.templates = templates;
    }

    /**
     * A post and its place.
     *
     * @param post the post
     * @param superior the post above it; empty where the superior is outside the company
     */
    public record PostPlace(Post post, Optional<PostKey> superior) {}

    /**
     * Lists the posts by id.
     *
     * @param request which page
     * @return the page
     */
    public Page<PostPlace> posts(PageRequest request) {
        return Page.slice(posts.all(), request, post -> post.key().value()).map(this::place);
    }

    /**
     * Lists the templates by id.
     *
     * @param request which page
     * @return the page
     */
    public Page<OrganisationTemplate> templates(PageRequest request) {
        return Page.slice(templates.all(), request, OrganisationTemplate::id);
    }

    private PostPlace place(Post post) {
        return new PostPlace(post, posts.find(post.reportsTo()).map(Post::key));
    }
}
