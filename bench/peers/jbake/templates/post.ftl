<#import "base.ftl" as base>
<@base.page title=content.title lang=content.lang summary=content.summary section=content.section uri=content.uri>
<article>
<h1>${content.title?html}</h1>
<p class="date"><time>${content.date?string("yyyy-MM-dd")}</time></p>
<p class="lead">${content.summary?html}</p>
${content.body}
<ul class="tags">
<#list content.tags as tag><li><a href="/tags/${tag}/">${tag}</a></li>
</#list></ul>
</article>
</@base.page>
